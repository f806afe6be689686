-- Events can never be changed, so what stands in them for a person must be able to lose its meaning: a random id, which
-- leads to them through here alone. Who is erased goes by another id, and this row with it.
create table audit_subject (
  person_id text primary key references person on update cascade on delete cascade,
  id uuid not null unique default gen_random_uuid()
);
comment on table audit_subject is 'P5 · owner; whom the random ids in audit events stand for';
comment on column audit_subject.person_id is 'P5 · owner';
comment on column audit_subject.id is 'P5 · owner; stands for them in audit events';

alter table audit_subject enable row level security;
alter table audit_subject force row level security;
create policy by_the_program on audit_subject using ((select acting_as('SYSTEM')));
create policy read_by_owners on audit_subject for select using ((select acting_as('OWNER')));

-- As before, by the random id.
create or replace function decisions_about_me(kinds text[], below bigint, at_most integer)
  returns table (number bigint, at timestamptz, actor uuid, kind text, programme_id uuid, reason text)
  language sql stable security definer
  set search_path = public, pg_temp set counterpart.acting = 'SYSTEM' as $$
  select number, at, actor, kind, programme_id, reason from audit_event
  where about && array_remove(array['account:' || acting_account(),
      'person:' || (select id from audit_subject where person_id = acting_person())], null)
    and kind = any (kinds) and number < below
  order by number desc limit at_most
$$;
