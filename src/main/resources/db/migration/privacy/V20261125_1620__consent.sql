-- Three switches for each person, none of which touches another (L10). The latest row counts; none means no.
create table consent (
  id bigint generated always as identity primary key,
  person_id text not null references person on update cascade,
  matter text not null,
  given boolean not null,
  at timestamptz not null,
  by_account uuid default acting_account(),
  wording integer not null,
  constraint matter_known check (matter in ('PROGRAMME', 'RESEARCH', 'SURVEYS')),
  constraint wording_numbered check (wording >= 0)
);
comment on table consent is 'P4 · owner for the programme, self; what somebody agreed to and withdrew from';
comment on column consent.id is 'P4 · self; order';
comment on column consent.person_id is 'P4 · self';
comment on column consent.matter is 'P4 · self, and the owners where it is the programme';
comment on column consent.given is 'P4 · self, and the owners where it is the programme';
comment on column consent.at is 'P4 · self';
comment on column consent.by_account is 'P4 · self; who pressed the switch, or imported the answer to the call; the database writes it';
comment on column consent.wording is 'P4 · self; version of the words agreed to; 0 is the call itself';
create index consent_of_person on consent (person_id, matter, id);

alter table consent enable row level security;
alter table consent force row level security;
create policy system on consent using ((select acting_as('SYSTEM')));
create policy own_consent on consent for select using (
  (select acting_as('PERSON', 'OWNER')) and person_id = (select acting_person()));
create policy own_switch on consent for insert with check (
  (select acting_as('PERSON', 'OWNER')) and person_id = (select acting_person()) and by_account = (select acting_account()));
-- An owner brings answers to the call in, and sees who left. They neither see the rest nor withdraw for anyone.
create policy taking_part on consent for select using ((select acting_as('OWNER')) and matter = 'PROGRAMME');
create policy signed_up on consent for insert with check (
  (select acting_as('OWNER')) and matter = 'PROGRAMME' and given and wording = 0);
