create table announcement (
  programme_id uuid primary key references programme (id),
  at timestamptz not null,
  people integer not null
);
comment on table announcement is 'P4 · owner; that everyone was written to about a call, which happens once';
comment on column announcement.programme_id is 'P4 · owner';
comment on column announcement.at is 'P4 · owner';
comment on column announcement.people is 'P4 · owner; how many were written to';
alter table announcement enable row level security;
alter table announcement force row level security;
create policy system on announcement using ((select acting_as('SYSTEM')));
create policy owner on announcement using ((select acting_as('OWNER')));
