create table pair_pause (
  pair_id uuid not null references pair (id),
  cause text not null,
  since timestamptz not null,
  until date,
  ended_at timestamptz,
  primary key (pair_id, cause, since),
  constraint cause_known check (cause in ('ASKED', 'REPORTING_LINE')),
  constraint asked_for_a_while check ((cause = 'ASKED') = (until is not null))
);
create unique index one_pause_a_cause on pair_pause (pair_id, cause) where ended_at is null;
comment on table pair_pause is 'P4 · the two and the owner; when a pair rests, never who of the two asked for it';
comment on column pair_pause.pair_id is 'P4 · the two and the owner';
comment on column pair_pause.cause is 'P4 · the two and the owner; asked for, or the two came to be on one reporting line (R10)';
comment on column pair_pause.since is 'P4 · the two and the owner';
comment on column pair_pause.until is 'P4 · the two and the owner; the day on which the pair goes on; none while a reporting line holds';
comment on column pair_pause.ended_at is 'P4 · the two and the owner; when it ended before that day';

alter table pair_pause enable row level security;
alter table pair_pause force row level security;
create policy system on pair_pause using ((select acting_as('SYSTEM')));
create policy owner on pair_pause for select using ((select acting_as('OWNER')));
create policy own_pair on pair_pause for select using (
  (select acting_as('PERSON', 'OWNER')) and pair_id in (
    select id from pair where mentor_id = (select acting_person()) or mentee_id = (select acting_person())));
