-- A secret is made when a call opens, and its digest is everyone's at once; the list of applicants is fixed when the call
-- closes; what is drawn is drawn once (R65).
create table draw (
  programme_id uuid primary key references programme (id),
  commitment text not null,
  committed_at timestamptz not null,
  closed_at timestamptz,
  applicants integer,
  list text,
  mentor_places integer,
  mentor_reserve integer,
  mentee_places integer,
  mentee_reserve integer,
  strata text[] not null default '{}',
  seed text,
  witness text,
  root text,
  drawn_at timestamptz,
  constraint list_with_places check ((list is null) = (mentor_places is null) and (list is null) = (mentor_reserve is null)
    and (list is null) = (mentee_places is null) and (list is null) = (mentee_reserve is null)),
  constraint closed_with_applicants check ((closed_at is null) = (applicants is null)),
  constraint closed_before_drawn check (list is null or closed_at is not null),
  constraint drawn_from_a_list check (drawn_at is null or list is not null),
  constraint drawn_with_its_secret check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (witness is null)
    and (drawn_at is null) = (root is null)),
  constraint seed_committed check (seed is null or encode(sha256(convert_to(seed, 'UTF8')), 'hex') = commitment)
);
comment on table draw is 'P4 · everyone signed in; what is published of the draw of a programme, which names nobody';
comment on column draw.programme_id is 'P4 · everyone signed in';
comment on column draw.commitment is 'P4 · everyone signed in; SHA-256 of the seed, since the call opened';
comment on column draw.committed_at is 'P4 · everyone signed in';
comment on column draw.closed_at is 'P4 · everyone signed in; when the list of applicants was fixed';
comment on column draw.applicants is 'P4 · everyone signed in; how many are on the list';
comment on column draw.list is 'P4 · everyone signed in; digest of the list; none where there is nothing to draw';
comment on column draw.mentor_places is 'P4 · everyone signed in; mentors who start, no more than applied';
comment on column draw.mentor_reserve is 'P4 · everyone signed in; mentors in reserve, no more than applied';
comment on column draw.mentee_places is 'P4 · everyone signed in; mentees who start, no more than applied';
comment on column draw.mentee_reserve is 'P4 · everyone signed in; mentees in reserve, no more than applied';
comment on column draw.strata is 'P4 · everyone signed in; each group that is alike in these gets its share of the places';
comment on column draw.seed is 'P4 · everyone signed in; opened by the draw';
comment on column draw.witness is 'P4 · everyone signed in; what was said after the list was fixed; empty where everyone starts';
comment on column draw.root is 'P4 · everyone signed in; one hash that stands for all places';
comment on column draw.drawn_at is 'P4 · everyone signed in';

create table draw_seed (
  programme_id uuid primary key references draw (programme_id),
  seed text not null
);
comment on table draw_seed is 'P4 · nobody; the secret of a draw that was not held yet, read by the program alone';
comment on column draw_seed.programme_id is 'P4 · nobody';
comment on column draw_seed.seed is 'P4 · nobody; gone once the draw is held and it is published';

create table draw_place (
  programme_id uuid not null references draw (programme_id),
  person_id text not null references person (id) on update cascade,
  number text not null,
  role text not null,
  stratum text[] not null,
  pool text,
  ticket text,
  outcome text,
  turn integer not null default 0,
  proof text not null default '',
  left_at timestamptz,
  moved_up_at timestamptz,
  in_place_of text,
  primary key (programme_id, person_id),
  constraint one_place_a_number unique (programme_id, number),
  constraint filled_once unique (programme_id, in_place_of),
  constraint role_known check (role in ('MENTOR', 'MENTEE', 'EITHER')),
  constraint pool_known check (pool in ('MENTOR', 'MENTEE')),
  constraint outcome_known check (outcome in ('START_NOW', 'RESERVE', 'COMPARISON')),
  constraint drawn_whole check ((outcome is null) = (pool is null) and (outcome is null) = (ticket is null)),
  constraint turns_of_the_reserve check ((turn > 0) = (outcome is not distinct from 'RESERVE')),
  constraint moved_up_from_the_reserve check (moved_up_at is null or outcome is not distinct from 'RESERVE'),
  constraint moved_up_into_a_place check ((moved_up_at is null) = (in_place_of is null))
);
comment on table draw_place is 'P4 · owner, self; who is on the list of a draw, and what was drawn for them';
comment on column draw_place.programme_id is 'P4 · owner, self';
comment on column draw_place.person_id is 'P4 · owner, self';
comment on column draw_place.number is 'P4 · owner, self; random, under which they stand on the list that is drawn from';
comment on column draw_place.role is 'P4 · owner, self; what they applied for, as it was when the call closed';
comment on column draw_place.stratum is 'P4 · owner, self; what they are alike in with their group, as it was when the call closed';
comment on column draw_place.pool is 'P4 · owner, self; for which role they were drawn';
comment on column draw_place.ticket is 'P4 · owner, self; the lowest of a group start';
comment on column draw_place.outcome is 'P4 · owner, self; starts, is in reserve, or in the next wave, by the draw';
comment on column draw_place.turn is 'P4 · owner, self; place in the reserve, from 1; 0 on the other lists';
comment on column draw_place.proof is 'P4 · owner, self; by which anybody checks this place alone';
comment on column draw_place.left_at is 'P4 · owner, self; when they withdrew, which frees their place';
comment on column draw_place.moved_up_at is 'P4 · owner, self; when they came from the reserve into a place that was free';
comment on column draw_place.in_place_of is 'P4 · owner, self; number of whoever left that place';
create index place_of_person on draw_place (person_id);

alter table draw_seed enable row level security;
alter table draw_seed force row level security;
create policy system on draw_seed using ((select acting_as('SYSTEM')));

alter table draw_place enable row level security;
alter table draw_place force row level security;
create policy system on draw_place using ((select acting_as('SYSTEM')));
create policy owner on draw_place for select using ((select acting_as('OWNER')));
create policy own_place on draw_place for select using (
  (select acting_as('PERSON')) and person_id = (select acting_person()));

-- A draw that somebody did not like stays.
create function refuse_a_second_draw() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.drawn_at is not null then
    raise exception 'What was drawn is never drawn again, changed or removed.';
  end if;
  if (new.programme_id, new.commitment, new.committed_at)
    is distinct from (old.programme_id, old.commitment, old.committed_at) then
    raise exception 'A commitment is never exchanged.';
  end if;
  return new;
end
$$;
create trigger drawn_once before update or delete on draw for each row execute function refuse_a_second_draw();

-- Places change only by leaving, moving up, and what an erasure takes out.
create function refuse_to_change_places() returns trigger language plpgsql as $$
begin
  if exists (select from draw where programme_id = new.programme_id and drawn_at is not null) then
    if tg_op = 'INSERT' then
      raise exception 'Nobody comes onto the list of a draw that was held.';
    end if;
    if (new.programme_id, new.number, new.role, new.pool, new.ticket, new.outcome, new.turn)
      is distinct from (old.programme_id, old.number, old.role, old.pool, old.ticket, old.outcome, old.turn)
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
create trigger drawn_for_good before insert or update on draw_place
  for each row execute function refuse_to_change_places();
