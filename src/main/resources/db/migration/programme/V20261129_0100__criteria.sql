create table criteria (
  programme_id uuid primary key references programme (id),
  aim text not null default '',
  who_may_apply text not null default '',
  success text not null default '',
  stopping text not null default '',
  mentor_places integer,
  mentor_reserve integer not null default 0,
  mentee_places integer,
  mentee_reserve integer not null default 0,
  strata text[] not null default '{}',
  closes_at timestamp,
  zone text not null default 'UTC',
  starts_on date,
  weeks integer not null default 26,
  next_wave_on date,
  frozen_at timestamptz,
  digest text,
  constraint aim_bounded check (length(aim) <= 2000),
  constraint who_may_apply_bounded check (length(who_may_apply) <= 2000),
  constraint success_bounded check (length(success) <= 2000),
  constraint stopping_bounded check (length(stopping) <= 2000),
  constraint places_bounded check (mentor_places between 1 and 100000 and mentee_places between 1 and 100000),
  constraint reserve_bounded check (mentor_reserve between 0 and 100000 and mentee_reserve between 0 and 100000),
  constraint strata_known check (strata <@ array['DEPARTMENT', 'LEVEL', 'SITE', 'COUNTRY', 'CONTRACT']),
  constraint weeks_bounded check (weeks between 1 and 156),
  constraint frozen_with_digest check ((frozen_at is null) = (digest is null))
);
comment on table criteria is 'P4 · everyone; what is settled before the call opens, and never changes after (R61, R64)';
comment on column criteria.programme_id is 'P4 · everyone';
comment on column criteria.aim is 'P4 · everyone; what the programme is for';
comment on column criteria.who_may_apply is 'P4 · everyone; by level and what they want to learn, never by age';
comment on column criteria.success is 'P4 · everyone; what will count as success';
comment on column criteria.stopping is 'P4 · everyone; when the pilot stops early';
comment on column criteria.mentor_places is 'P4 · everyone; mentors who start now';
comment on column criteria.mentor_reserve is 'P4 · everyone; mentors in reserve';
comment on column criteria.mentee_places is 'P4 · everyone; mentees who start now';
comment on column criteria.mentee_reserve is 'P4 · everyone; mentees in reserve';
comment on column criteria.strata is 'P4 · everyone; each group that is alike in these gets its share of the places';
comment on column criteria.closes_at is 'P4 · everyone; until when people apply, by the clock of the zone';
comment on column criteria.zone is 'P4 · everyone; time zone in which the call closes, as Europe/London';
comment on column criteria.starts_on is 'P4 · everyone; first day of the pairs';
comment on column criteria.weeks is 'P4 · everyone; how long pairs meet';
comment on column criteria.next_wave_on is 'P4 · everyone; when those of the next wave start';
comment on column criteria.frozen_at is 'P4 · everyone; when the call opened, after which nothing here changes';
comment on column criteria.digest is 'P4 · everyone; SHA-256 of the criteria as they are published';

-- Whoever applied did so by what they read.
create function refuse_to_change_frozen_criteria() returns trigger language plpgsql as $$
begin
  raise exception 'Criteria do not change once the call is open.';
end
$$;
create trigger frozen_for_good before update or delete on criteria
  for each row when (old.frozen_at is not null) execute function refuse_to_change_frozen_criteria();
