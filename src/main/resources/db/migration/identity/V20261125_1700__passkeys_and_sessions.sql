-- Ways in that cannot be given to a look-alike site: of a passkey only the public half is here (Web Authentication).
create table passkey (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  credential_id bytea not null unique,
  credential bytea not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  counter bigint not null,
  transports text[] not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  constraint named check (length(name) between 1 and 60)
);
comment on table passkey is 'P4 · self; how somebody signs in, without the secret half, which never leaves their device';
comment on column passkey.id is 'P4 · self';
comment on column passkey.account_id is 'P4 · self';
comment on column passkey.credential_id is 'P4 · self; the name that the device gave it';
comment on column passkey.credential is 'P4 · self; attested credential data: kind of device, and the public key';
comment on column passkey.name is 'P4 · self; in their own words';
comment on column passkey.made_at is 'P4 · self';
comment on column passkey.used_at is 'P4 · self; last sign-in with it; none before the first';
comment on column passkey.counter is 'P4 · nobody; signatures so far, by the device; going back tells of a copy';
comment on column passkey.transports is 'P4 · nobody; how a browser reaches the device';
comment on column passkey.backup_eligible is 'P4 · self; whether it may be on several devices';
comment on column passkey.backed_up is 'P4 · self; whether it is';
create index passkey_of_account on passkey (account_id, made_at);

create table passkey_challenge (
  challenge_sha256 bytea primary key,
  browser_sha256 bytea not null,
  account_id uuid,
  expires_at timestamptz not null
);
comment on table passkey_challenge is 'P4 · nobody; what a passkey was asked to sign and did not yet';
comment on column passkey_challenge.challenge_sha256 is 'P4 · nobody; only the digest is kept';
comment on column passkey_challenge.browser_sha256 is 'P4 · nobody; digest of a cookie of the browser that asked';
comment on column passkey_challenge.account_id is 'P4 · nobody; for whom one is to be made, also before their account is; none to sign in';
comment on column passkey_challenge.expires_at is 'P4 · nobody';
create index passkey_challenge_expired on passkey_challenge (expires_at);

do $$ declare name text; begin
  foreach name in array array['passkey', 'passkey_challenge'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I using ((select acting_as(''SYSTEM'')))', name);
  end loop;
end $$;
create policy own_passkey on passkey using (
  (select acting_as('PERSON', 'OWNER')) and account_id = (select acting_account()));

alter table set_up_link add column account_id uuid references account on delete cascade;
comment on column set_up_link.account_id is 'P4 · nobody; the owner who comes in again by it; none to make the first one';
comment on table set_up_link is 'P4 · nobody; links that let an owner in to make a passkey, gone once used';
comment on column spring_session.creation_time is 'P4 · self';
comment on column spring_session.last_access_time is 'P4 · self';
comment on column spring_session.principal_name is 'P4 · nobody; account';
comment on table spring_session_attributes is
  'P4 · nobody; what a session remembers: the account, how and when it signed in, when it was last used, and which browser';
-- They do not know how they began.
select set_config('counterpart.acting', 'SYSTEM', true);
delete from spring_session;
