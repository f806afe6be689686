-- The oldest events go when their term ends. A chain that lost its head proves nothing of its beginning, so an event takes
-- its place: it says which one was the last that went, and its hash. What follows is checked from there.
create or replace function refuse_to_rewrite_audit_events() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('counterpart.term_ended', true) = 'on'
    and current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'audit_event') then
    return null;
  end if;
  raise exception 'Audit events are only ever added, never changed or removed.';
end
$$;

create policy past_their_term on audit_event for delete using (
  (select acting_as('SYSTEM')) and at < now() - interval '24 months');

-- Safe as docs/decisions/0013 says of decisions: whoever calls it chooses no row. The term is held here too, by the
-- database's own clock, so that nobody ends it early, and only a head without a younger event in it can go.
create procedure end_audit_term(moment timestamptz)
  language plpgsql security definer set search_path = public, pg_temp set counterpart.acting = 'SYSTEM' as $$
declare
  past timestamptz := least(moment, now() - interval '24 months');
  kept bigint;
  gone record;
begin
  if not exists (select from (select at from audit_event order by number limit 1) as first where at < past) then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('audit_event'));
  select number into kept from audit_event where at >= past order by number limit 1;
  select number, hash into gone from audit_event where kept is null or number < kept order by number desc limit 1;
  if gone.number is null then
    return;
  end if;
  insert into audit_event (at, kind, about)
    values (now(), 'TERM_ENDED', array['event:' || gone.number, 'hash:' || encode(gone.hash, 'hex')]);
  perform set_config('counterpart.term_ended', 'on', true);
  delete from audit_event where number <= gone.number;
  perform set_config('counterpart.term_ended', 'off', true);
end
$$;
revoke execute on procedure end_audit_term from public;
