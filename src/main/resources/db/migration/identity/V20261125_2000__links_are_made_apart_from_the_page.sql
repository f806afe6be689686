-- A queue: the page writes here whatever address somebody typed, and who has it is looked into apart from it.
create table sign_in_request (
  id bigint generated always as identity primary key,
  browser_sha256 bytea not null,
  email text not null,
  expires_at timestamptz not null
);
comment on table sign_in_request is 'P4 · nobody; that somebody asked for a sign-in link, until it was looked into';
comment on column sign_in_request.id is 'P4 · nobody; in the order of asking';
comment on column sign_in_request.browser_sha256 is 'P4 · nobody; digest of a cookie of the browser that asked';
comment on column sign_in_request.email is 'P4 · nobody; as it was typed, whether or not anybody has it';
comment on column sign_in_request.expires_at is 'P4 · nobody; when a link for it would end';

alter table sign_in_request enable row level security;
alter table sign_in_request force row level security;
create policy system on sign_in_request using ((select acting_as('SYSTEM')));
