create table match_setting (
  programme_id uuid primary key references programme (id),
  level_gap integer not null,
  level_gap_strength text not null,
  different_department text not null,
  shared_language text not null,
  minutes_in_common integer not null,
  working_hours text not null,
  constraint level_gap_in_levels check (level_gap between 1 and 10),
  constraint minutes_in_common_a_week check (minutes_in_common between 15 and 2400),
  constraint strengths_known check (
    level_gap_strength in ('REQUIRED', 'PREFERRED', 'IGNORED')
    and different_department in ('REQUIRED', 'PREFERRED', 'IGNORED')
    and shared_language in ('REQUIRED', 'PREFERRED', 'IGNORED')
    and working_hours in ('REQUIRED', 'PREFERRED', 'IGNORED'))
);
comment on table match_setting is 'P4 · owner; the matching rules of one programme';
comment on column match_setting.programme_id is 'P4 · owner';
comment on column match_setting.level_gap is 'P4 · owner; fewest levels from mentor up to mentee';
comment on column match_setting.level_gap_strength is 'P4 · owner';
comment on column match_setting.different_department is 'P4 · owner';
comment on column match_setting.shared_language is 'P4 · owner';
comment on column match_setting.minutes_in_common is 'P4 · owner; working time in common, minutes a week';
comment on column match_setting.working_hours is 'P4 · owner';

create table pair_wish (
  programme_id uuid not null references programme (id),
  mentor_id text not null references person (id),
  mentee_id text not null references person (id),
  kind text not null,
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (programme_id, mentor_id, mentee_id),
  constraint kind_known check (kind in ('LOCKED', 'FORBIDDEN')),
  constraint two_people check (mentor_id <> mentee_id)
);
comment on table pair_wish is 'P4 · owner; pairs the owner locked or forbade before a run';
comment on column pair_wish.programme_id is 'P4 · owner';
comment on column pair_wish.mentor_id is 'P4 · owner';
comment on column pair_wish.mentee_id is 'P4 · owner';
comment on column pair_wish.kind is 'P4 · owner; LOCKED or FORBIDDEN';
comment on column pair_wish.reason is 'P4 · owner; also in the decision log';
comment on column pair_wish.by_name is 'P4 · owner';
comment on column pair_wish.at is 'P4 · owner';

create table match_run (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  number integer not null,
  at timestamptz not null,
  by_name text not null,
  seed text not null,
  level_gap integer not null,
  minutes_in_common integer not null,
  mentors integer not null,
  mentees integer not null,
  eithers integer not null,
  possible bigint not null,
  candidates bigint not null,
  pairs integer not null,
  worst bigint not null,
  total bigint not null,
  verified boolean not null,
  archive bytea not null,
  published_at timestamptz,
  published_by text,
  constraint numbered_within_programme unique (programme_id, number),
  constraint published_by_someone check ((published_at is null) = (published_by is null))
);
comment on table match_run is 'P4 · owner; one run of the matching and its outcome';
comment on column match_run.id is 'P4 · owner';
comment on column match_run.programme_id is 'P4 · owner';
comment on column match_run.number is 'P4 · owner; counts from 1 within the programme';
comment on column match_run.at is 'P4 · owner';
comment on column match_run.by_name is 'P4 · owner; who ran it';
comment on column match_run.seed is 'P4 · owner; breaks ties, repeats the run';
comment on column match_run.level_gap is 'P4 · owner; as it was when run';
comment on column match_run.minutes_in_common is 'P4 · owner; as it was when run';
comment on column match_run.mentors is 'P4 · owner; sign-ups as mentor';
comment on column match_run.mentees is 'P4 · owner; sign-ups as mentee';
comment on column match_run.eithers is 'P4 · owner; sign-ups as either';
comment on column match_run.possible is 'P4 · owner; pairs before any rule';
comment on column match_run.candidates is 'P4 · owner; pairs that the required rules allow';
comment on column match_run.pairs is 'P4 · owner; most pairs, proved';
comment on column match_run.worst is 'P4 · owner; benefit of the worst-off pair in points, proved';
comment on column match_run.total is 'P4 · owner; total benefit in points, proved';
comment on column match_run.verified is 'P4 · owner; whether the independent verifier accepted the certificate';
comment on column match_run.archive is 'P4 · owner; zip of the result folder with certificate, for anyone who wants to check';
comment on column match_run.published_at is 'P4 · owner';
comment on column match_run.published_by is 'P4 · owner';

create table match_run_rule (
  run_id uuid not null references match_run (id),
  rule text not null,
  strength text not null,
  broken bigint not null,
  broken_alone bigint not null,
  judged boolean not null,
  primary key (run_id, rule)
);
comment on table match_run_rule is 'P4 · owner; what each rule did in a run';
comment on column match_run_rule.run_id is 'P4 · owner';
comment on column match_run_rule.rule is 'P4 · owner';
comment on column match_run_rule.strength is 'P4 · owner; as it was when run';
comment on column match_run_rule.broken is 'P4 · owner; possible pairs that break it';
comment on column match_run_rule.broken_alone is 'P4 · owner; pairs that would become possible without it';
comment on column match_run_rule.judged is 'P4 · owner; false where nobody gave the fact it needs';

create table proposal (
  run_id uuid not null references match_run (id),
  mentor_id text not null references person (id),
  mentee_id text not null references person (id),
  to_mentor integer not null,
  to_mentee integer not null,
  locked boolean not null,
  standing boolean not null,
  evidence text not null,
  primary key (run_id, mentor_id, mentee_id)
);
comment on table proposal is 'P4 · owner; a pair that a run proposes';
comment on column proposal.run_id is 'P4 · owner';
comment on column proposal.mentor_id is 'P4 · owner, and the pair once published';
comment on column proposal.mentee_id is 'P4 · owner, and the pair once published';
comment on column proposal.to_mentor is 'P4 · owner; benefit to the mentor in points';
comment on column proposal.to_mentee is 'P4 · owner; benefit to the mentee in points';
comment on column proposal.locked is 'P4 · owner; made because the owner locked it';
comment on column proposal.standing is 'P4 · owner; already published by an earlier run and still in force';
comment on column proposal.evidence is 'P4 · owner, and the pair once published; released facts that speak for the pair, as JSON';

create table left_out (
  run_id uuid not null references match_run (id),
  person_id text not null references person (id),
  role text not null,
  why text not null,
  primary key (run_id, person_id)
);
comment on table left_out is 'P4 · owner; who is in no pair of a run';
comment on column left_out.run_id is 'P4 · owner';
comment on column left_out.person_id is 'P4 · owner';
comment on column left_out.role is 'P4 · owner';
comment on column left_out.why is 'P4 · owner; counts only, never another person, as JSON';

create table standing_pair (
  programme_id uuid not null references programme (id),
  mentor_id text not null references person (id),
  mentee_id text not null references person (id),
  run_id uuid not null references match_run (id),
  released_at timestamptz,
  primary key (programme_id, mentor_id, mentee_id)
);
comment on table standing_pair is 'P4 · owner; published pairs: in force until released, never proposed again after';
comment on column standing_pair.programme_id is 'P4 · owner';
comment on column standing_pair.mentor_id is 'P4 · owner';
comment on column standing_pair.mentee_id is 'P4 · owner';
comment on column standing_pair.run_id is 'P4 · owner; the run that published it';
comment on column standing_pair.released_at is 'P4 · owner; when the pair ended, never by whom or why (R06)';
