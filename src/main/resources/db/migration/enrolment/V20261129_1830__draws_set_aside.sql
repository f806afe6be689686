select set_config('counterpart.acting', 'SYSTEM', true);

-- A draw can be set aside for a reason that everybody reads, by two people, and only before any pair was published. It stays
-- as it was beside the next, which has a secret and a list of its own (R65).
alter table draw add column round integer not null default 1;
comment on column draw.round is 'P4 · everyone signed in; which draw of the programme, from 1; each but the last was set aside';
alter table draw add column witness_source text;
comment on column draw.witness_source is
  'P4 · everyone signed in; where everybody can look up what the witness said; empty where everyone starts';

-- It stood in the decision log alone.
alter table draw disable trigger drawn_once;
update draw set witness_source = coalesce((select reason from decision
  where decision.programme_id = draw.programme_id and act = 'PLACES_DRAWN' order by id desc limit 1), '')
where drawn_at is not null;
alter table draw enable trigger drawn_once;

alter table draw_seed drop constraint draw_seed_programme_id_fkey;
alter table draw_seed drop constraint draw_seed_pkey;
alter table draw_place drop constraint draw_place_programme_id_fkey;
alter table draw_place drop constraint draw_place_pkey;
alter table draw drop constraint draw_pkey;
alter table draw add primary key (programme_id, round);
alter table draw add constraint rounds_from_one check (round > 0);
-- A secret that was opened is no secret for the next draw.
alter table draw add constraint each_its_own_secret unique (commitment);

alter table draw_seed add column round integer not null default 1;
comment on column draw_seed.round is 'P4 · nobody; which draw of the programme';
alter table draw_seed add primary key (programme_id, round);
alter table draw_seed add foreign key (programme_id, round) references draw (programme_id, round);

alter table draw_place add column round integer not null default 1;
comment on column draw_place.round is 'P4 · owner, self; which draw of the programme';
alter table draw_place add primary key (programme_id, round, person_id);
alter table draw_place add foreign key (programme_id, round) references draw (programme_id, round);

create table setting_aside (
  programme_id uuid not null,
  round integer not null,
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  signed_at timestamptz,
  signed_by uuid,
  primary key (programme_id, round),
  foreign key (programme_id, round) references draw (programme_id, round),
  constraint reason_given check (length(btrim(reason)) between 1 and 2000),
  constraint two_people check (signed_by is distinct from asked_by or signed_by is null),
  constraint signed_by_somebody check ((signed_at is null) = (signed_by is null))
);
comment on table setting_aside is 'P4 · everyone signed in; why a draw was set aside, and by which two people';
comment on column setting_aside.programme_id is 'P4 · everyone signed in';
comment on column setting_aside.round is 'P4 · everyone signed in; which draw of the programme';
comment on column setting_aside.reason is 'P4 · everyone signed in; in the words of whoever asked';
comment on column setting_aside.asked_at is 'P4 · everyone signed in';
comment on column setting_aside.asked_by is 'P4 · everyone signed in; account';
comment on column setting_aside.signed_at is 'P4 · everyone signed in; since when the draw is set aside; none as long as one alone wants it';
comment on column setting_aside.signed_by is 'P4 · everyone signed in; account, never the one who asked';

alter table setting_aside enable row level security;
alter table setting_aside force row level security;
create policy system on setting_aside using ((select acting_as('SYSTEM')));
create policy owner on setting_aside using ((select acting_as('OWNER')));
create policy everyone on setting_aside for select using ((select acting_as('PERSON')));
create policy auditor_signs on setting_aside for update using (
  (select acting_as('PERSON')) and exists (
    select from duty_grant grants
    where account_id = (select acting_account()) and duty = 'AUDITOR' and confirmed_at is not null and ended_at is null
      and (grants.programme_id is null or grants.programme_id = setting_aside.programme_id)));
create policy auditor_declines on setting_aside for delete using (
  (select acting_as('PERSON')) and exists (
    select from duty_grant grants
    where account_id = (select acting_account()) and duty = 'AUDITOR' and confirmed_at is not null and ended_at is null
      and (grants.programme_id is null or grants.programme_id = setting_aside.programme_id)));

create function refuse_to_set_aside_alone() returns trigger language plpgsql as $$
declare self uuid := acting_account();
begin
  if tg_op = 'DELETE' then
    if old.signed_at is not null then
      raise exception 'A draw that was set aside stays so, and why.';
    end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.signed_at is not null then
      raise exception 'Setting a draw aside is asked for first.';
    end if;
    if not exists (select from draw where (programme_id, round) = (new.programme_id, new.round) and drawn_at is not null)
      or exists (select from draw where programme_id = new.programme_id and round > new.round) then
      raise exception 'Only the latest draw is set aside, and only once it was held.';
    end if;
    if not acting_as('SYSTEM') and new.asked_by is distinct from self then
      raise exception 'Nobody asks in the name of somebody else.';
    end if;
  elsif old.signed_at is not null
    or (new.programme_id, new.round, new.reason, new.asked_at, new.asked_by)
      is distinct from (old.programme_id, old.round, old.reason, old.asked_at, old.asked_by) then
    raise exception 'What was asked for is signed or declined, and not changed.';
  elsif not acting_as('SYSTEM') and new.signed_by is distinct from self then
    raise exception 'Nobody signs in the name of somebody else.';
  end if;
  return new;
end
$$;
create trigger set_aside_by_two before insert or update or delete on setting_aside for each row
  execute function refuse_to_set_aside_alone();

-- A draw that somebody did not like stays. Another one takes a reason, two people, a new secret, a day in which everybody
-- can read that, and a new word of the witness; and there is none once anybody knows their counterpart.
create or replace function refuse_a_second_draw() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.drawn_at is not null or new.seed is not null then
      raise exception 'A draw begins with a commitment.';
    end if;
    if new.round > 1 then
      if not acting_as('SYSTEM') then
        raise exception 'A draw begins by the program alone.';
      end if;
      if not exists (select from setting_aside
          where programme_id = new.programme_id and round = new.round - 1 and signed_at <= new.committed_at) then
        raise exception 'Another draw takes that the one before was set aside by two people.';
      end if;
      if exists (select from pair where programme_id = new.programme_id) then
        raise exception 'Nothing is drawn again once pairs were published.';
      end if;
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.drawn_at is not null then
    raise exception 'What was drawn is never drawn again, changed or removed.';
  end if;
  if (new.programme_id, new.round, new.commitment, new.committed_at)
    is distinct from (old.programme_id, old.round, old.commitment, old.committed_at) then
    raise exception 'A commitment is never exchanged.';
  end if;
  if new.drawn_at is not null and new.round > 1 then
    if new.drawn_at < new.committed_at + interval '1 day' then
      raise exception 'After a draw that was set aside everybody has a day to read why.';
    end if;
    if new.witness <> '' and exists (select from draw
        where programme_id = new.programme_id and round < new.round and witness = new.witness) then
      raise exception 'What a witness said before is known, and nothing is drawn with it.';
    end if;
  end if;
  return new;
end
$$;
drop trigger drawn_once on draw;
create trigger drawn_once before insert or update or delete on draw for each row execute function refuse_a_second_draw();
alter table draw add constraint source_beside_the_witness check ((drawn_at is null) = (witness_source is null));

create or replace function refuse_to_change_places() returns trigger language plpgsql as $$
begin
  if exists (select from draw where (programme_id, round) = (new.programme_id, new.round) and drawn_at is not null) then
    if tg_op = 'INSERT' then
      raise exception 'Nobody comes onto the list of a draw that was held.';
    end if;
    if (new.programme_id, new.round, new.number, new.role, new.pool, new.ticket, new.outcome, new.turn)
      is distinct from (old.programme_id, old.round, old.number, old.role, old.pool, old.ticket, old.outcome, old.turn)
      or new.stratum <> old.stratum and new.stratum <> '{}' or new.proof not in (old.proof, '')
      or old.left_at is not null and new.left_at is distinct from old.left_at
      or old.moved_up_at is not null and (new.moved_up_at, new.in_place_of)
        is distinct from (old.moved_up_at, old.in_place_of) then
      raise exception 'What was drawn stays as it was drawn.';
    end if;
  end if;
  return new;
end
$$;
