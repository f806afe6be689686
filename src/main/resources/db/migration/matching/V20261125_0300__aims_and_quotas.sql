alter table match_setting drop constraint first_goal_known;
alter table match_setting add constraint first_goal_known check (first_goal in ('WORST', 'EVEN', 'TOTAL', 'STABLE'));
comment on column match_setting.first_goal is 'P4 · owner; what comes first once the most people are served';

alter table match_run drop constraint first_goal_known;
alter table match_run add constraint first_goal_known check (first_goal in ('WORST', 'EVEN', 'TOTAL', 'STABLE'));

create table match_run_alternative (
  run_id uuid not null references match_run (id),
  aim text not null,
  pairs integer not null,
  worst bigint not null,
  total bigint not null,
  primary key (run_id, aim),
  constraint aim_known check (aim in ('WORST', 'EVEN', 'TOTAL', 'STABLE'))
);
comment on table match_run_alternative is 'P4 · owner; what another aim would have reached in a run';
comment on column match_run_alternative.run_id is 'P4 · owner';
comment on column match_run_alternative.aim is 'P4 · owner; what would have come first';
comment on column match_run_alternative.pairs is 'P4 · owner';
comment on column match_run_alternative.worst is 'P4 · owner; benefit of the worst-off pair in points';
comment on column match_run_alternative.total is 'P4 · owner; total benefit in points';
insert into match_run_alternative (run_id, aim, pairs, worst, total)
  select id, case first_goal when 'WORST' then 'TOTAL' else 'WORST' end, pairs, other_worst, other_total from match_run;
alter table match_run drop column other_worst;
alter table match_run drop column other_total;

create table match_quota (
  programme_id uuid not null references programme (id),
  position integer not null,
  kind text not null,
  group_name text not null,
  whose text not null,
  least integer not null,
  strength text not null,
  primary key (programme_id, position),
  constraint kind_known check (kind in ('ACROSS_DEPARTMENTS', 'ACROSS_SITES', 'DEPARTMENT', 'SITE', 'LEVELS')),
  constraint whose_known check (whose in ('PEOPLE', 'MENTORS', 'MENTEES')),
  constraint strength_known check (strength in ('REQUIRED', 'PREFERRED')),
  constraint something_is_asked check (least between 1 and 9999)
);
comment on table match_quota is 'P4 · owner; what all pairs of a programme should reach together';
comment on column match_quota.programme_id is 'P4 · owner';
comment on column match_quota.position is 'P4 · owner; quotas are kept in this order, from 0';
comment on column match_quota.kind is 'P4 · owner';
comment on column match_quota.group_name is 'P4 · owner; department, site or levels, empty for a share of all pairs';
comment on column match_quota.whose is 'P4 · owner';
comment on column match_quota.least is 'P4 · owner; per cent of the pairs, or places';
comment on column match_quota.strength is 'P4 · owner';

create table match_run_quota (
  run_id uuid not null references match_run (id),
  position integer not null,
  kind text not null,
  group_name text not null,
  whose text not null,
  least integer not null,
  strength text not null,
  counted bigint not null,
  out_of bigint not null,
  met boolean not null,
  pairs_without integer not null,
  worst_without bigint not null,
  total_without bigint not null,
  primary key (run_id, position)
);
comment on table match_run_quota is 'P4 · owner; how far a run kept a quota and what that cost';
comment on column match_run_quota.run_id is 'P4 · owner';
comment on column match_run_quota.position is 'P4 · owner';
comment on column match_run_quota.kind is 'P4 · owner; as it was when run, like all that follows';
comment on column match_run_quota.group_name is 'P4 · owner';
comment on column match_run_quota.whose is 'P4 · owner';
comment on column match_run_quota.least is 'P4 · owner';
comment on column match_run_quota.strength is 'P4 · owner';
comment on column match_run_quota.counted is 'P4 · owner; pairs of its kind, or places taken';
comment on column match_run_quota.out_of is 'P4 · owner; all pairs, or the places asked for';
comment on column match_run_quota.met is 'P4 · owner';
comment on column match_run_quota.pairs_without is 'P4 · owner; what the best answer without the quota reaches';
comment on column match_run_quota.worst_without is 'P4 · owner';
comment on column match_run_quota.total_without is 'P4 · owner';
