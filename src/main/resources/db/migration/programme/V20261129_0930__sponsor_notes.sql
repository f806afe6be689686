create table sponsor_note (
  programme_id uuid not null references programme (id),
  account_id uuid not null references account (id) on delete cascade,
  name text not null,
  text text not null,
  at timestamptz not null,
  primary key (programme_id, account_id),
  constraint name_told check (length(name) between 1 and 200),
  constraint text_told check (length(text) between 1 and 2000)
);
comment on table sponsor_note is 'P4 · everyone; what a sponsor does not know and would like to learn, in their own words (R101)';
comment on column sponsor_note.programme_id is 'P4 · everyone';
comment on column sponsor_note.account_id is 'P4 · everyone';
comment on column sponsor_note.name is 'P4 · everyone; how the sponsor was called when they signed it';
comment on column sponsor_note.text is 'P4 · everyone';
comment on column sponsor_note.at is 'P4 · everyone; when they signed it last';

-- Before the call opens it is its author's and the owners'; nobody ever writes one for somebody else.
alter table sponsor_note enable row level security;
alter table sponsor_note force row level security;
create policy system on sponsor_note using ((select acting_as('SYSTEM')));
create policy read_by_owners on sponsor_note for select using ((select acting_as('OWNER')));
create policy read_once_the_call_is_open on sponsor_note for select using (
  (select acting_as('PERSON')) and exists (
    select from criteria where criteria.programme_id = sponsor_note.programme_id and frozen_at is not null));
create policy signed_by_oneself on sponsor_note using (
  (select acting_as('PERSON', 'OWNER')) and account_id = (select acting_account()));
