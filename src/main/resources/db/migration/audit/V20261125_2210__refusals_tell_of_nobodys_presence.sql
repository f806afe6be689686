-- Whose passkey was refused while they were signed in was there then, which owners and auditors learn of owners alone.
drop policy read_by_owners on audit_event;
create policy read_by_owners on audit_event for select using (
  (select acting_as('OWNER'))
  and (actor is null
    or kind not in (
      'SIGNED_IN', 'SIGNED_OUT', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'PASSKEY_REFUSED', 'LINKED_TO_PROVIDER')
    or actor in (select account_id from duty_grant where duty = 'OWNER' and confirmed_at is not null)));

drop policy read_by_auditors on audit_event;
create policy read_by_auditors on audit_event for select using (
  (select acting_as('PERSON'))
  and (actor is null
    or kind not in (
      'SIGNED_IN', 'SIGNED_OUT', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'PASSKEY_REFUSED', 'LINKED_TO_PROVIDER')
    or actor in (select accounts_of_owners()))
  and ((select exists (select from audited_programmes() as audited (id) where audited.id is null))
    or programme_id in (select audited.id from audited_programmes() as audited (id))));
