alter table match_setting add column first_goal text not null default 'WORST';
alter table match_setting add constraint first_goal_known check (first_goal in ('WORST', 'TOTAL'));
comment on column match_setting.first_goal is 'P4 · owner; WORST or TOTAL, once the most people are served';

alter table match_run add column first_goal text not null default 'WORST';
alter table match_run add column other_worst bigint;
alter table match_run add column other_total bigint;
update match_run set other_worst = worst, other_total = total;
alter table match_run alter column other_worst set not null;
alter table match_run alter column other_total set not null;
alter table match_run add constraint first_goal_known check (first_goal in ('WORST', 'TOTAL'));
comment on column match_run.first_goal is 'P4 · owner; as it was when run';
comment on column match_run.other_worst is 'P4 · owner; worst-off pair of the best answer with the other goal first';
comment on column match_run.other_total is 'P4 · owner; total of the best answer with the other goal first';
