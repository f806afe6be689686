create table programme (
  id uuid primary key,
  name text not null,
  expected_people integer not null,
  started_at timestamptz not null,
  constraint name_not_empty check (length(name) between 1 and 120),
  constraint somebody_expected check (expected_people between 2 and 100000)
);
comment on table programme is 'P4 · owner; one season of reverse mentoring';
comment on column programme.id is 'P4 · everyone signed in';
comment on column programme.name is 'P4 · everyone signed in';
comment on column programme.expected_people is 'P4 · owner; how many sign-ups the call expected';
comment on column programme.started_at is 'P4 · owner';

create table decision (
  id bigint generated always as identity primary key,
  programme_id uuid not null references programme (id),
  at timestamptz not null,
  by_email text not null,
  by_name text not null,
  act text not null,
  about text[] not null,
  reason text not null
);
comment on table decision is 'P5 · owner; what owners decided, by whom, when and why; rows are only ever added (R75)';
comment on column decision.id is 'P5 · owner; order of the log';
comment on column decision.programme_id is 'P5 · owner';
comment on column decision.at is 'P5 · owner';
comment on column decision.by_email is 'P5 · owner';
comment on column decision.by_name is 'P5 · owner; as they were called then';
comment on column decision.act is 'P5 · owner; what was done, a key of the texts';
comment on column decision.about is 'P5 · owner; names and numbers that the sentence needs';
comment on column decision.reason is 'P5 · owner; in their own words, empty where none is asked for';
create index decision_of_programme on decision (programme_id, id);

create function refuse_to_rewrite_decisions() returns trigger language plpgsql as $$
begin
  raise exception 'Decisions are only ever added, never changed or removed.';
end
$$;
create trigger only_ever_added before update or delete or truncate on decision
  for each statement execute function refuse_to_rewrite_decisions();
