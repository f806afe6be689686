-- Items got a commitment and epoch keys the state of the key logs (docs/security/keys.md, sections 5 and 6). What was
-- sealed before opens no longer; no release had it.
select set_config('counterpart.acting', 'SYSTEM', true);
delete from keystore.share;
delete from vault_space;

alter table vault_epoch_key
  add heads bytea not null,
  add since timestamptz not null,
  add constraint heads_whole check (octet_length(heads) = 32);
comment on column vault_epoch_key.heads is 'P4 · self; digest of where the key logs of its members stood';
comment on column vault_epoch_key.since is 'P4 · self';
alter table sealed_item
  drop constraint sealed_in_steps,
  add constraint sealed_in_steps check (octet_length(sealed) between 349 and 65885 and (octet_length(sealed) - 93) % 256 = 0);
comment on column sealed_item.sealed is 'P0 · self; version, commitment, nonce and ciphertext, in steps of 256 bytes';

create table conversation (
  id uuid primary key,
  pair_id uuid not null references pair (id),
  since timestamptz not null,
  constraint one_conversation unique (pair_id)
);
comment on table conversation is 'P4 · the two alone; where a pair writes to each other';
comment on column conversation.id is 'P4 · the two alone; random';
comment on column conversation.pair_id is 'P4 · the two alone';
comment on column conversation.since is 'P4 · the two alone';

create table conversation_key (
  conversation_id uuid not null references conversation (id) on delete cascade,
  epoch integer not null,
  member_id uuid not null references vault_member (id),
  giver_id uuid not null references vault_member (id),
  heads bytea not null,
  given bytea not null,
  since timestamptz not null,
  primary key (conversation_id, epoch, member_id),
  constraint epoch_from_one check (epoch > 0),
  constraint heads_whole check (octet_length(heads) = 32),
  constraint given_whole check (octet_length(given) = 144)
);
create index conversation_key_of_member on conversation_key (member_id);
create index conversation_key_of_giver on conversation_key (giver_id);
comment on table conversation_key is 'P1 · the two alone; the key of a conversation, sealed to one of the two and signed';
comment on column conversation_key.conversation_id is 'P4 · the two alone';
comment on column conversation_key.epoch is 'P4 · the two alone; from 1';
comment on column conversation_key.member_id is 'P4 · the two alone; to whom';
comment on column conversation_key.giver_id is 'P4 · the two alone; by whom';
comment on column conversation_key.heads is 'P4 · the two alone; digest of where the key logs of the two stood';
comment on column conversation_key.given is 'P1 · the two alone; ciphertext and signature';
comment on column conversation_key.since is 'P4 · the two alone';

create table conversation_item (
  conversation_id uuid not null references conversation (id) on delete cascade,
  sequence bigint not null,
  id uuid not null,
  epoch integer not null,
  author_id uuid not null references vault_member (id),
  previous bytea not null,
  sealed bytea not null,
  at timestamptz not null,
  primary key (conversation_id, sequence),
  constraint said_once unique (id),
  constraint sequence_from_one check (sequence > 0),
  constraint previous_whole check (octet_length(previous) = 32),
  constraint sealed_in_steps check (octet_length(sealed) between 349 and 65885 and (octet_length(sealed) - 93) % 256 = 0)
);
create index conversation_item_of_author on conversation_item (author_id);
comment on table conversation_item is 'P1 · the two alone; what one of a pair wrote to the other, sealed in their browser';
comment on column conversation_item.conversation_id is 'P4 · the two alone';
comment on column conversation_item.sequence is 'P4 · the two alone; from 1, without a gap';
comment on column conversation_item.id is 'P4 · the two alone; random';
comment on column conversation_item.epoch is 'P4 · the two alone';
comment on column conversation_item.author_id is 'P4 · the two alone';
comment on column conversation_item.previous is 'P4 · the two alone; the hash of the one before';
comment on column conversation_item.sealed is 'P1 · the two alone; version, commitment, nonce and ciphertext, in steps of 256 bytes';
comment on column conversation_item.at is 'P4 · the two alone';

-- Somebody writes next when the last one is in: two at once wait for each other here, and one of them is told.
create function conversation_items_follow() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' then
    raise exception 'What was sealed is never changed.';
  end if;
  if new.sequence <> 1 + coalesce((select max(sequence) from conversation_item
      where conversation_id = new.conversation_id), 0) then
    raise exception 'Item % of a conversation does not follow the one before.', new.sequence
      using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger conversation_items_follow before insert or update on conversation_item
  for each row execute function conversation_items_follow();

comment on column vault_member.id is 'P4 · self, and the other of their pair; chosen by their browser';
comment on column vault_member.person_id is 'P4 · self, and the other of their pair';
comment on table key_log_entry is 'P4 · self, and the other of a member''s pair; which keys are whose, chained and signed by the person';
comment on column key_log_entry.member_id is 'P4 · self, and the other of a member''s pair';
comment on column key_log_entry.number is 'P4 · self, and the other of a member''s pair; from 1, without a gap';
comment on column key_log_entry.entry is 'P4 · self, and the other of a member''s pair; signed in the browser';

do $$ declare name text; begin
  foreach name in array array['conversation', 'conversation_key', 'conversation_item'] loop
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy system on %s using ((select acting_as(''SYSTEM'')))', name);
  end loop;
end $$;

-- Each of two who both accepted sees which keys the other has, to seal for them.
create policy partner on vault_member for select using (
  (select acting_as('PERSON', 'OWNER')) and person_id in (
    select case when mentor_id = (select acting_person()) then mentee_id else mentor_id end from pair
    where (mentor_id = (select acting_person()) or mentee_id = (select acting_person()))
    and mentor_answer = 'ACCEPTED' and mentee_answer = 'ACCEPTED'));
create policy partners_entries on key_log_entry for select using (
  (select acting_as('PERSON', 'OWNER')) and member_id in (select id from vault_member));

create policy of_the_two on conversation using (
  (select acting_as('PERSON', 'OWNER')) and pair_id in (
    select id from pair where (mentor_id = (select acting_person()) or mentee_id = (select acting_person()))
    and mentor_answer = 'ACCEPTED' and mentee_answer = 'ACCEPTED'));
create policy seen_by_the_two on conversation_key for select using (
  (select acting_as('PERSON', 'OWNER')) and conversation_id in (select id from conversation));
create policy given_by_one on conversation_key for insert with check (
  (select acting_as('PERSON', 'OWNER')) and conversation_id in (select id from conversation) and giver_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy dropped_by_whom_it_was_given on conversation_key for delete using (
  (select acting_as('PERSON', 'OWNER')) and member_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy seen_by_the_two on conversation_item for select using (
  (select acting_as('PERSON', 'OWNER')) and conversation_id in (select id from conversation));
create policy written_by_one on conversation_item for insert with check (
  (select acting_as('PERSON', 'OWNER')) and conversation_id in (select id from conversation) and author_id in (
    select id from vault_member where person_id = (select acting_person())));
create policy shares_of_the_two on keystore.share using (
  (select acting_as('PERSON', 'OWNER')) and space_id in (select id from conversation));

-- A browser that asks another one of the same person to be let in, for twelve hours.
create table vault_asking (
  id uuid primary key,
  member_id uuid not null references vault_member (id),
  public_key bytea not null,
  asked_at timestamptz not null,
  constraint public_key_whole check (octet_length(public_key) = 32)
);
create index asking_of_member on vault_asking (member_id);
comment on table vault_asking is 'P4 · self; browsers that ask to hold the person''s key';
comment on column vault_asking.id is 'P4 · self; random';
comment on column vault_asking.member_id is 'P4 · self';
comment on column vault_asking.public_key is 'P4 · self; X25519';
comment on column vault_asking.asked_at is 'P4 · self';
alter table vault_asking enable row level security;
alter table vault_asking force row level security;
create policy system on vault_asking using ((select acting_as('SYSTEM')));
create policy own_askings on vault_asking using (
  (select acting_as('PERSON', 'OWNER')) and member_id in (
    select id from vault_member where person_id = (select acting_person())));

create table conversation_chunk (
  conversation_id uuid not null references conversation (id) on delete cascade,
  file_id uuid not null,
  number integer not null,
  author_id uuid not null references vault_member (id),
  sealed bytea not null,
  primary key (conversation_id, file_id, number),
  constraint number_within_ten_megabytes check (number between 0 and 159),
  constraint sealed_in_steps check (octet_length(sealed) between 4112 and 65552 and (octet_length(sealed) - 16) % 4096 = 0)
);
create index conversation_chunk_of_author on conversation_chunk (author_id);
comment on table conversation_chunk is 'P1 · the two alone; a piece of a file of one of a pair, sealed in their browser';
comment on column conversation_chunk.conversation_id is 'P4 · the two alone';
comment on column conversation_chunk.file_id is 'P4 · the two alone; random';
comment on column conversation_chunk.number is 'P4 · the two alone; from 0';
comment on column conversation_chunk.author_id is 'P4 · the two alone';
comment on column conversation_chunk.sealed is 'P1 · the two alone; ciphertext, in steps of 4,096 bytes';
alter table conversation_chunk enable row level security;
alter table conversation_chunk force row level security;
create policy system on conversation_chunk using ((select acting_as('SYSTEM')));
create policy seen_by_the_two on conversation_chunk for select using (
  (select acting_as('PERSON', 'OWNER')) and conversation_id in (select id from conversation));
create policy written_by_one on conversation_chunk for insert with check (
  (select acting_as('PERSON', 'OWNER')) and conversation_id in (select id from conversation) and author_id in (
    select id from vault_member where person_id = (select acting_person())));
