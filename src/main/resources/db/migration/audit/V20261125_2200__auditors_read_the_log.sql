-- The programmes that whoever asks audits; all of them is null.
create function audited_programmes() returns setof uuid language sql stable as $$
  select programme_id from duty_grant
  where account_id = acting_account() and duty = 'AUDITOR' and confirmed_at is not null and ended_at is null
$$;

-- Who runs or ran the programmes, for auditors, to whom their duties are not shown.
create function accounts_of_owners() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp set counterpart.acting = 'SYSTEM' as $$
  select account_id from duty_grant where duty = 'OWNER' and confirmed_at is not null
    and exists (select from audited_programmes())
$$;

-- Auditors see of their programmes what owners see, and of what belongs to none if they audit all of them. Whom the
-- random ids stand for is not theirs to see.
create policy read_by_auditors on audit_event for select using (
  (select acting_as('PERSON'))
  and (kind not in ('SIGNED_IN', 'SIGNED_OUT', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'LINKED_TO_PROVIDER')
    or actor in (select accounts_of_owners()))
  and ((select exists (select from audited_programmes() as audited (id) where audited.id is null))
    or programme_id in (select audited.id from audited_programmes() as audited (id))));

comment on table audit_event is 'P5 · owner, auditor; who did what, each event chained to the one before; rows are only ever added';
comment on column audit_event.number is 'P5 · owner, auditor; place in the chain, from 1, without a gap';
comment on column audit_event.at is 'P5 · owner, auditor, and whom a decision concerns';
comment on column audit_event.actor is 'P5 · owner, auditor, and whom a decision concerns; account, none for the program and strangers';
comment on column audit_event.kind is 'P5 · owner, auditor, and whom a decision concerns; who came and went is shown to themselves alone';
comment on column audit_event.programme_id is 'P5 · owner, auditor, and whom a decision concerns';
comment on column audit_event.about is 'P5 · owner, auditor; ids alone, never a name, an address or a word';
comment on column audit_event.reason is 'P5 · owner, auditor, and whom a decision concerns; a code of ours, never somebody''s words';
comment on column audit_event.previous is 'P5 · owner, auditor; hash of the event before, zeros before the first';
comment on column audit_event.hash is 'P5 · owner, auditor; SHA-256 as docs/methods/audit-log.md says';
