-- What browsers seal. Formats: docs/security/keys.md. Nothing here can be read without a key that no server has.
create table vault_member (
  id uuid primary key,
  person_id text not null references person (id),
  since timestamptz not null,
  constraint one_member_a_person unique (person_id)
);
comment on table vault_member is 'P4 · self; under which random id a person has keys';
comment on column vault_member.id is 'P4 · self; chosen by their browser';
comment on column vault_member.person_id is 'P4 · self';
comment on column vault_member.since is 'P4 · self';

create table vault_holder (
  id uuid primary key,
  member_id uuid not null references vault_member (id),
  kind text not null,
  public_key bytea not null,
  wrapped bytea not null,
  since timestamptz not null,
  constraint kind_known check (kind in ('DEVICE', 'RECOVERY')),
  constraint public_key_whole check (octet_length(public_key) = 32),
  constraint wrapped_whole check (octet_length(wrapped) = 112)
);
create index holder_of_member on vault_holder (member_id);
comment on table vault_holder is 'P4 · self; devices and recovery codes that open the person''s key';
comment on column vault_holder.id is 'P4 · self; random';
comment on column vault_holder.member_id is 'P4 · self';
comment on column vault_holder.kind is 'P4 · self; DEVICE or RECOVERY';
comment on column vault_holder.public_key is 'P4 · self; X25519';
comment on column vault_holder.wrapped is 'P0 · self; the person''s private keys, sealed to this holder';
comment on column vault_holder.since is 'P4 · self';

create table key_log_entry (
  member_id uuid not null references vault_member (id),
  number integer not null,
  entry bytea not null,
  at timestamptz not null,
  primary key (member_id, number),
  constraint numbered_from_one check (number > 0),
  constraint entry_whole check (octet_length(entry) = 251)
);
comment on table key_log_entry is 'P4 · self; which keys are whose, chained and signed by the person';
comment on column key_log_entry.member_id is 'P4 · self';
comment on column key_log_entry.number is 'P4 · self; from 1, without a gap';
comment on column key_log_entry.entry is 'P4 · self; signed in the browser';
comment on column key_log_entry.at is 'P4 · self';

create function key_log_only_grows() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' then
    raise exception 'Entries of the key log are only ever added.';
  end if;
  if new.number <> 1 + (select count(*) from key_log_entry where member_id = new.member_id) then
    raise exception 'Entry % of a key log does not follow the one before.', new.number using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger key_log_only_grows before insert or update on key_log_entry
  for each row execute function key_log_only_grows();

create table vault_space (
  id uuid primary key,
  pair_id uuid not null references pair (id),
  member_id uuid not null references vault_member (id),
  since timestamptz not null,
  constraint one_preparation unique (pair_id, member_id)
);
create index space_of_member on vault_space (member_id);
comment on table vault_space is 'P4 · self; where somebody prepares for a pair';
comment on column vault_space.id is 'P4 · self; random';
comment on column vault_space.pair_id is 'P4 · self';
comment on column vault_space.member_id is 'P4 · self';
comment on column vault_space.since is 'P4 · self';

create table vault_epoch_key (
  space_id uuid not null references vault_space (id) on delete cascade,
  epoch integer not null,
  member_id uuid not null references vault_member (id),
  giver_id uuid not null references vault_member (id),
  given bytea not null,
  primary key (space_id, epoch, member_id),
  constraint epoch_from_one check (epoch > 0),
  constraint given_whole check (octet_length(given) = 144)
);
create index epoch_key_of_member on vault_epoch_key (member_id);
create index epoch_key_of_giver on vault_epoch_key (giver_id);
comment on table vault_epoch_key is 'P0 · self; the key of a space, sealed to its member and signed';
comment on column vault_epoch_key.space_id is 'P4 · self';
comment on column vault_epoch_key.epoch is 'P4 · self; from 1';
comment on column vault_epoch_key.member_id is 'P4 · self; to whom';
comment on column vault_epoch_key.giver_id is 'P4 · self; by whom';
comment on column vault_epoch_key.given is 'P0 · self; ciphertext and signature';

create table sealed_item (
  space_id uuid not null references vault_space (id) on delete cascade,
  sequence bigint not null,
  id uuid not null,
  epoch integer not null,
  author_id uuid not null references vault_member (id),
  previous bytea not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (space_id, sequence),
  constraint used_once unique (id),
  constraint sequence_from_one check (sequence > 0),
  constraint previous_whole check (octet_length(previous) = 32),
  constraint sealed_in_steps check (octet_length(sealed) between 285 and 65821 and (octet_length(sealed) - 29) % 256 = 0)
);
create index sealed_item_of_author on sealed_item (author_id);
comment on table sealed_item is 'P0 · self; what somebody wrote, sealed in their browser';
comment on column sealed_item.space_id is 'P4 · self';
comment on column sealed_item.sequence is 'P4 · self; from 1, without a gap';
comment on column sealed_item.id is 'P4 · self; random';
comment on column sealed_item.epoch is 'P4 · self';
comment on column sealed_item.author_id is 'P4 · self';
comment on column sealed_item.previous is 'P4 · self; the hash of the one before';
comment on column sealed_item.sealed is 'P0 · self; version, nonce and ciphertext, in steps of 256 bytes';
comment on column sealed_item.at is 'P4 · self';

create function sealed_items_follow() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' then
    raise exception 'What was sealed is never changed.';
  end if;
  if new.sequence <> 1 + (select count(*) from sealed_item where space_id = new.space_id) then
    raise exception 'Item % of a space does not follow the one before.', new.sequence using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger sealed_items_follow before insert or update on sealed_item
  for each row execute function sealed_items_follow();

-- The other half of each item's key, apart from all the rest: left out of the main backup, with backups of its own that
-- live for 30 days at most. Whatever older backup comes back, it cannot be opened once the share is gone.
create schema keystore;
create table keystore.share (
  space_id uuid primary key,
  share bytea not null,
  since timestamptz not null,
  constraint share_whole check (octet_length(share) = 32)
);
comment on table keystore.share is 'P0 · self; half of the keys of a space, which the server can destroy';
comment on column keystore.share.space_id is 'P4 · self';
comment on column keystore.share.share is 'P0 · self; random';
comment on column keystore.share.since is 'P4 · self';

do $$ declare name text; begin
  foreach name in array array[
    'vault_member', 'vault_holder', 'key_log_entry', 'vault_space', 'vault_epoch_key', 'sealed_item', 'keystore.share']
  loop
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy system on %s using ((select acting_as(''SYSTEM'')))', name);
  end loop;
end $$;
create policy oneself on vault_member using (
  (select acting_as('PERSON', 'OWNER')) and person_id = (select acting_person()));
create policy own_holders on vault_holder using (
  (select acting_as('PERSON', 'OWNER')) and member_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy own_entries on key_log_entry for select using (
  (select acting_as('PERSON', 'OWNER')) and member_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy add_own_entries on key_log_entry for insert with check (
  (select acting_as('PERSON', 'OWNER')) and member_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy own_spaces on vault_space using (
  (select acting_as('PERSON', 'OWNER')) and member_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy own_epoch_keys on vault_epoch_key using (
  (select acting_as('PERSON', 'OWNER')) and member_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy own_items on sealed_item using (
  (select acting_as('PERSON', 'OWNER')) and author_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy own_shares on keystore.share using (
  (select acting_as('PERSON', 'OWNER')) and space_id in (
    select vault_space.id from vault_space join vault_member on vault_member.id = member_id
    where person_id = (select acting_person())));
