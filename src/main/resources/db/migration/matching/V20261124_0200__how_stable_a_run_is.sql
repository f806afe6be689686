alter table match_run add column blocking integer not null default 0;
alter table match_run add column stable_pairs integer not null default 0;
alter table match_run add column stable_worst integer not null default 0;
alter table match_run add column stable_total integer not null default 0;
comment on column match_run.blocking is 'P4 · owner; candidate pairs whose two people would both gain more with each other';
comment on column match_run.stable_pairs is 'P4 · owner; pairs of the stable matching beside the optimum';
comment on column match_run.stable_worst is 'P4 · owner; benefit of its worst-off pair in points';
comment on column match_run.stable_total is 'P4 · owner; its total benefit in points';
