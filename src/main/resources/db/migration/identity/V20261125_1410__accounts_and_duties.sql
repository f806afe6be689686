select set_config('counterpart.acting', 'SYSTEM', true);

-- Somebody is who they are by their account, never by their address: an address may be given to another colleague.
create table account (
  id uuid primary key,
  person_id text unique references person on update cascade on delete cascade,
  email text unique,
  name text,
  since timestamptz not null,
  constraint of_a_person_or_named check ((person_id is null) = (email is not null and name is not null)),
  constraint email_in_lower_case check (email = lower(email))
);
comment on table account is 'P4 · owner, self; who can sign in';
comment on column account.id is 'P4 · owner, self; stands for them in sessions and in the audit log';
comment on column account.person_id is 'P4 · owner, self; whom the roster names; they go by what stands there';
comment on column account.email is 'P4 · owner; of somebody who is not on the roster';
comment on column account.name is 'P4 · owner; of somebody who is not on the roster';
comment on column account.since is 'P4 · owner, self';

-- What somebody is entrusted with. One proposes it, another confirms it; the database takes no grant by one alone.
create table duty_grant (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  duty text not null check (duty in ('OWNER', 'FACILITATOR', 'SPONSOR', 'CONVENOR', 'EVALUATOR', 'AUDITOR')),
  programme_id uuid references programme,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by uuid,
  confirmed_at timestamptz,
  confirmed_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint two_people check (confirmed_by is distinct from proposed_by or confirmed_by is null),
  constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null)),
  constraint owners_own_everything check (duty <> 'OWNER' or programme_id is null)
);
comment on table duty_grant is 'P4 · owner, self; who is entrusted with what, by which two people, and until when';
comment on column duty_grant.id is 'P4 · owner, self';
comment on column duty_grant.account_id is 'P4 · owner, self';
comment on column duty_grant.duty is 'P4 · owner, self';
comment on column duty_grant.programme_id is 'P4 · owner, self; none for all programmes';
comment on column duty_grant.reason is 'P4 · owner, self; in the words of whoever proposed it';
comment on column duty_grant.proposed_at is 'P4 · owner, self';
comment on column duty_grant.proposed_by is 'P4 · owner, self; account; none for the first owner';
comment on column duty_grant.confirmed_at is 'P4 · owner, self';
comment on column duty_grant.confirmed_by is 'P4 · owner, self; account, never the one who proposed';
comment on column duty_grant.ended_at is 'P4 · owner, self; also where it was never confirmed';
comment on column duty_grant.ended_by is 'P4 · owner, self; account';
create unique index duty_held_once on duty_grant
  (account_id, duty, coalesce(programme_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;

insert into account (id, person_id, email, name, since)
  select gen_random_uuid(), person.id, case when person.id is null then owner.email end,
    case when person.id is null then owner.name end, since
  from owner left join person on person.email = owner.email;
insert into duty_grant (id, account_id, duty, reason, proposed_at, confirmed_at, confirmed_by)
  select gen_random_uuid(), account.id, 'OWNER', '', account.since, account.since, account.id from account;
drop table owner;
-- They remember an address.
delete from spring_session;

create function acting_account() returns uuid language sql stable as
  $$ select nullif(current_setting('counterpart.account', true), '')::uuid $$;

do $$ declare name text; begin
  foreach name in array array['account', 'duty_grant'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I using ((select acting_as(''SYSTEM'')))', name);
    execute format('create policy owner on %I using ((select acting_as(''OWNER'')))', name);
  end loop;
end $$;
create policy oneself on account for select using (
  (select acting_as('PERSON')) and id = (select acting_account()));
create policy own_duty on duty_grant for select using (
  (select acting_as('PERSON')) and account_id = (select acting_account()));
create policy own_duty_answered on duty_grant for update using (
  (select acting_as('PERSON')) and account_id = (select acting_account()));

create policy auditor on decision for select using (
  (select acting_as('PERSON')) and exists (
    select from duty_grant grants
    where account_id = (select acting_account()) and duty = 'AUDITOR' and confirmed_at is not null and ended_at is null
      and (grants.programme_id is null or grants.programme_id = decision.programme_id)));

-- Nobody signs for somebody else, and what was proposed stays as it was. Nobody stands behind the first owner.
create function refuse_to_sign_for_others() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.confirmed_at is not null or new.ended_at is not null then
      raise exception 'A duty is proposed first.';
    end if;
    if new.proposed_by is null and exists (
        select from duty_grant where duty = 'OWNER' and confirmed_at is not null and ended_at is null) then
      raise exception 'Only the first owner is proposed by nobody.';
    end if;
    if new.proposed_by is not null and new.proposed_by is distinct from acting_account() then
      raise exception 'Nobody proposes a duty in the name of somebody else.';
    end if;
  elsif (new.id, new.account_id, new.duty, new.programme_id, new.reason, new.proposed_at, new.proposed_by)
      is distinct from (old.id, old.account_id, old.duty, old.programme_id, old.reason, old.proposed_at, old.proposed_by)
      or old.ended_at is not null then
    raise exception 'A duty that was proposed is confirmed or ended, and not changed.';
  elsif (new.confirmed_by is distinct from old.confirmed_by
        and (old.confirmed_by is not null or old.proposed_by is not null and new.confirmed_by is distinct from acting_account()))
      or (new.ended_by is distinct from old.ended_by and new.ended_by is distinct from acting_account()) then
    raise exception 'Nobody confirms or ends a duty in the name of somebody else.';
  end if;
  return new;
end
$$;
create trigger signed_by_oneself before insert or update on duty_grant for each row
  execute function refuse_to_sign_for_others();
