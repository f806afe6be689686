alter table match_setting add column may_repeat boolean not null default false;
comment on column match_setting.may_repeat is 'P4 · owner; whether pairs of earlier programmes may be made again';

alter table match_run add column waiting integer not null default 0;
alter table match_run add column waiting_served integer not null default 0;
alter table match_run add column proposed_before integer not null default 0;
alter table match_run add column kept integer not null default 0;
comment on column match_run.waiting is 'P4 · owner; people who came first because the last published run left them out';
comment on column match_run.waiting_served is 'P4 · owner; how many of them it puts in a pair';
comment on column match_run.proposed_before is 'P4 · owner; proposals of the run before that were not published';
comment on column match_run.kept is 'P4 · owner; how many of them it proposes again';
