create table audit_event (
  number bigint primary key,
  at timestamptz not null,
  actor uuid,
  kind text not null,
  programme_id uuid,
  about text[] not null,
  reason text,
  previous bytea not null,
  hash bytea not null,
  constraint from_one check (number > 0),
  constraint one_word check (kind ~ '^[A-Z_]{1,40}$'),
  constraint reason_is_a_code check (reason ~ '^[A-Z_]{1,40}$')
);
comment on table audit_event is 'P5 · owner; who did what, each event chained to the one before; rows are only ever added';
comment on column audit_event.number is 'P5 · owner; place in the chain, from 1, without a gap';
comment on column audit_event.at is 'P5 · owner, and whom a decision concerns';
comment on column audit_event.actor is 'P5 · owner, and whom a decision concerns; account, none for the program and strangers';
comment on column audit_event.kind is 'P5 · owner, and whom a decision concerns; who came and went is shown to themselves alone';
comment on column audit_event.programme_id is 'P5 · owner, and whom a decision concerns';
comment on column audit_event.about is 'P5 · owner; ids alone, never a name, an address or a word';
comment on column audit_event.reason is 'P5 · owner, and whom a decision concerns; a code of ours, never somebody''s words';
comment on column audit_event.previous is 'P5 · owner; hash of the event before, zeros before the first';
comment on column audit_event.hash is 'P5 · owner; SHA-256 as docs/methods/audit-log.md says';
create index audit_event_about on audit_event using gin (about);

-- Length, then bytes; -1 for nothing. No two lists of fields have the same encoding.
create function audit_field(value bytea) returns bytea language sql immutable as
  $$ select case when value is null then int4send(-1) else int4send(length(value)) || value end $$;

create function audit_text(value text) returns bytea language sql immutable as
  $$ select public.audit_field(convert_to(value, 'UTF8')) $$;

create function audit_hash(event audit_event) returns bytea language sql stable as $$
  select sha256(
    public.audit_text('counterpart-audit-1')
    || public.audit_field(event.previous)
    || public.audit_field(int8send(event.number))
    || public.audit_field(int8send((extract(epoch from event.at) * 1000000)::bigint))
    || public.audit_field(uuid_send(event.actor))
    || public.audit_text(event.kind)
    || public.audit_field(uuid_send(event.programme_id))
    || public.audit_text(event.reason)
    || int4send(cardinality(event.about))
    || coalesce(
      (select string_agg(public.audit_text(each), ''::bytea order by place)
        from unnest(event.about) with ordinality as parts (each, place)), ''::bytea))
$$;

-- Whoever adds an event says what happened; where it stands in the chain is said here, to one transaction at a time.
create function chain_audit_event() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set counterpart.acting = 'SYSTEM' as $$
declare last record;
begin
  perform pg_advisory_xact_lock(hashtext('audit_event'));
  select number, hash into last from audit_event order by number desc limit 1;
  new.number := coalesce(last.number, 0) + 1;
  new.previous := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  new.hash := audit_hash(new);
  return new;
end
$$;
create trigger chained before insert on audit_event for each row execute function chain_audit_event();

create function refuse_to_rewrite_audit_events() returns trigger language plpgsql as $$
begin
  raise exception 'Audit events are only ever added, never changed or removed.';
end
$$;
create trigger only_ever_added before update or delete or truncate on audit_event
  for each statement execute function refuse_to_rewrite_audit_events();

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy added_by_the_program on audit_event for insert with check ((select acting_as('SYSTEM')));
create policy read_by_the_program on audit_event for select using ((select acting_as('SYSTEM')));
-- When somebody came and went could tell an owner which of two people answered. Owners see that of owners.
create policy read_by_owners on audit_event for select using (
  (select acting_as('OWNER')) and (kind not in (
    'SIGNED_IN', 'SIGNED_OUT', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'LINKED_TO_PROVIDER') or actor in (
    select account_id from duty_grant where duty = 'OWNER' and confirmed_at is not null)));
create policy read_by_whoever_did_it on audit_event for select using (
  (select acting_as('PERSON')) and actor = (select acting_account()));

-- What concerns whoever asks, and nobody else who stands in the same events.
create function decisions_about_me(kinds text[], below bigint, at_most integer)
  returns table (number bigint, at timestamptz, actor uuid, kind text, programme_id uuid, reason text)
  language sql stable security definer
  set search_path = public, pg_temp set counterpart.acting = 'SYSTEM' as $$
  select number, at, actor, kind, programme_id, reason from audit_event
  where about && array_remove(array['person:' || acting_person(), 'account:' || acting_account()], null)
    and kind = any (kinds) and number < below
  order by number desc limit at_most
$$;
