-- Who somebody is at a provider: issuer and subject together, never their address. One subject opens one account.
create table sign_on (
  issuer text not null,
  subject text not null,
  account_id uuid not null unique references account on delete cascade,
  since timestamptz not null,
  constraint sign_on_pk primary key (issuer, subject),
  constraint subject_as_standard check (length(subject) between 1 and 255)
);
comment on table sign_on is 'P4 · self; which subject of which provider opens which account';
comment on column sign_on.issuer is 'P4 · self; address of the provider';
comment on column sign_on.subject is 'P4 · self; their number there, which a provider never gives to another one';
comment on column sign_on.account_id is 'P4 · self';
comment on column sign_on.since is 'P4 · self; when they came from there for the first time';

alter table sign_on enable row level security;
alter table sign_on force row level security;
create policy system on sign_on using ((select acting_as('SYSTEM')));
create policy oneself on sign_on for select using (
  (select acting_as('PERSON', 'OWNER')) and account_id = (select acting_account()));
