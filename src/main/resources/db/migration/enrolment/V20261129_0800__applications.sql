alter table sign_up
  add column languages text[] not null default '{}',
  add column applied_at timestamptz;
comment on column sign_up.languages is 'P4 · owner and the person; language tags of whoever applied; empty where the roster''s hold';
comment on column sign_up.applied_at is 'P4 · owner and the person; when they handed their application in last; none where a file says what they answered';

create table application (
  programme_id uuid not null references programme (id),
  person_id text not null references person (id),
  role text,
  strengths text[] not null default '{}',
  strength_kinds text[] not null default '{}',
  strength_evidence text[] not null default '{}',
  gaps text[] not null default '{}',
  gap_situations text[] not null default '{}',
  gaps_released boolean not null default false,
  gives text[] not null default '{}',
  wants text[] not null default '{}',
  languages text[] not null default '{}',
  availability text[] not null default '{}',
  capacity integer not null default 1,
  commitments integer,
  avoid text[] not null default '{}',
  prefer text[] not null default '{}',
  version integer not null default 0,
  saved_at timestamptz not null,
  handed_in_at timestamptz,
  changed boolean not null default false,
  primary key (programme_id, person_id),
  constraint role_known check (role in ('MENTOR', 'MENTEE', 'EITHER')),
  constraint strengths_whole check (cardinality(strengths) <= 8
    and cardinality(strength_kinds) = cardinality(strengths) and cardinality(strength_evidence) = cardinality(strengths)),
  constraint gaps_whole check (cardinality(gaps) <= 5 and cardinality(gap_situations) = cardinality(gaps)),
  constraint some_place check (capacity between 1 and 20),
  constraint commitments_bounded check (commitments between 0 and 200)
);
comment on table application is 'P0 · self; what somebody answers to a call, as far as they typed it';
comment on column application.programme_id is 'P0 · self';
comment on column application.person_id is 'P0 · self';
comment on column application.role is 'P0 · self';
comment on column application.strengths is 'P0 · self; what they could teach, in their own words (R08)';
comment on column application.strength_kinds is 'P0 · self; KNOW, LIVED, CAN_SHOW, CAN_FIND_OUT, or empty, one for each strength';
comment on column application.strength_evidence is 'P0 · self; what somebody would notice it by, one for each strength';
comment on column application.gaps is 'P0 · self; what they lack (R05)';
comment on column application.gap_situations is 'P0 · self; where they noticed it, and what came of it, one for each gap';
comment on column application.gaps_released is 'P0 · self; whether gaps go into what they want to learn; no unless they say so';
comment on column application.gives is 'P0 · self; topics of the library that they would teach';
comment on column application.wants is 'P0 · self; topics of the library that they want to learn';
comment on column application.languages is 'P0 · self; language tags';
comment on column application.availability is 'P0 · self; weekday and minutes after local midnight, as MONDAY 540 720';
comment on column application.capacity is 'P0 · self; pairs they would take part in';
comment on column application.commitments is 'P0 · self, and the owners in total; hours a month of unpaid work they do already (R106)';
comment on column application.avoid is 'P0 · the person and the matching; addresses of whom they would rather not meet';
comment on column application.prefer is 'P0 · the person and the matching; addresses of whom they would gladly meet, in order';
comment on column application.version is 'P0 · self; grows with each change, so that two devices do not overwrite each other';
comment on column application.saved_at is 'P0 · self';
comment on column application.handed_in_at is 'P0 · self; none for what is not handed in, or was withdrawn';
comment on column application.changed is 'P0 · self; whether it changed since it was handed in';

alter table application enable row level security;
alter table application force row level security;
create policy system on application using ((select acting_as('SYSTEM')));
create policy own_application on application using (
  (select acting_as('PERSON', 'OWNER')) and person_id = (select acting_person()));
