-- Whoever is erased leaves a row under another id, and everything that counts pairs follows it there.
alter table sign_up drop constraint sign_up_person_id_fkey,
  add constraint sign_up_of_person foreign key (person_id) references person (id) on update cascade;
alter table pair_wish drop constraint pair_wish_mentor_id_fkey, drop constraint pair_wish_mentee_id_fkey,
  add constraint pair_wish_of_mentor foreign key (mentor_id) references person (id) on update cascade,
  add constraint pair_wish_of_mentee foreign key (mentee_id) references person (id) on update cascade;
alter table proposal drop constraint proposal_mentor_id_fkey, drop constraint proposal_mentee_id_fkey,
  add constraint proposal_of_mentor foreign key (mentor_id) references person (id) on update cascade,
  add constraint proposal_of_mentee foreign key (mentee_id) references person (id) on update cascade;
alter table left_out drop constraint left_out_person_id_fkey,
  add constraint left_out_of_person foreign key (person_id) references person (id) on update cascade;
alter table standing_pair drop constraint standing_pair_mentor_id_fkey, drop constraint standing_pair_mentee_id_fkey,
  add constraint standing_pair_of_mentor foreign key (mentor_id) references person (id) on update cascade,
  add constraint standing_pair_of_mentee foreign key (mentee_id) references person (id) on update cascade;
alter table pair drop constraint pair_mentor_id_fkey, drop constraint pair_mentee_id_fkey,
  add constraint pair_of_mentor foreign key (mentor_id) references person (id) on update cascade,
  add constraint pair_of_mentee foreign key (mentee_id) references person (id) on update cascade;

-- The result folder of a run names everyone in it, so it goes when one of them is erased. What it proved stays.
alter table match_run alter column archive drop not null;
comment on column match_run.archive is 'P4 · owner; zip of the result folder with certificate, for anyone who wants to check; gone once somebody in it is erased';

-- A name in a decision may give way to an erasure, and its reason with it. Nothing else of it may change, for anyone.
create function refuse_more_than_an_erasure() returns trigger language plpgsql as $$
begin
  if (new.id, new.programme_id, new.at, new.act, cardinality(new.about))
    is distinct from (old.id, old.programme_id, old.at, old.act, cardinality(old.about))
    or exists (select from unnest(old.about || old.by_name, new.about || new.by_name) as each(was, is_now)
      where is_now not in (was, 'Someone who left'))
    or new.by_email not in ('', old.by_email) or new.reason not in ('', old.reason) then
    raise exception 'An erasure takes names and reasons out of decisions and changes nothing else.';
  end if;
  return new;
end
$$;
create trigger only_erased before update on decision for each row execute function refuse_more_than_an_erasure();

-- Safe because the setting alone opens nothing: whoever sets it must also be the owner of the table, whom the program's
-- login becomes only inside the two procedures below. Through them it can take one person's names out, wherever they
-- stand, or all names past their term. It can neither choose a row, nor put in a word of its own, nor hide that something
-- was decided, what and when. Outside, an update is refused as before, and inside, the trigger above has the last word.
create or replace function refuse_to_rewrite_decisions() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('counterpart.erasing', true) = 'on'
    and current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'decision') then
    return null;
  end if;
  raise exception 'Decisions are only ever added, never changed or removed.';
end
$$;

create procedure erase_from_decisions(email text, name text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('counterpart.erasing', 'on', true);
  update decision set reason = '',
    about = case when act in ('PAIR_LOCKED', 'PAIR_FORBIDDEN', 'PAIR_LEFT_OPEN')
      then array_replace(about, name, 'Someone who left') else about end,
    by_email = case when by_email = email then '' else by_email end,
    by_name = case when by_email = email then 'Someone who left' else by_name end
  where by_email = email and email <> ''
    or act in ('PAIR_LOCKED', 'PAIR_FORBIDDEN', 'PAIR_LEFT_OPEN') and name = any (about);
  perform set_config('counterpart.erasing', 'off', true);
end
$$;

-- The term is held here too, by the database's own clock, so that nobody ends it early.
create procedure empty_decisions_before(moment timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('counterpart.erasing', 'on', true);
  update decision set by_email = '', by_name = 'Someone who left', reason = '',
    about = case when act in ('PAIR_LOCKED', 'PAIR_FORBIDDEN', 'PAIR_LEFT_OPEN')
      then array_fill('Someone who left'::text, array[cardinality(about)]) else about end
  where at < least(moment, now() - interval '24 months') and by_email <> '';
  perform set_config('counterpart.erasing', 'off', true);
end
$$;
revoke execute on procedure erase_from_decisions, empty_decisions_before from public;
