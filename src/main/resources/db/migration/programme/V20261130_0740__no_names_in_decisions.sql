alter table decision drop column by_email, drop column by_name;
comment on column decision.by_account is 'P5 · owner, auditor; account, none where nobody decided it in person';
comment on column decision.about is 'P5 · owner, auditor; ids, numbers and words that the sentence needs';

-- Who decided stays, since an account that was erased leads to nobody. Whom a pair's decision was about gives way to
-- nothing, and with it the reason. Nothing else may change, for anyone.
create or replace function refuse_more_than_an_erasure() returns trigger language plpgsql as $$
begin
  if (new.id, new.programme_id, new.at, new.act, cardinality(new.about))
    is distinct from (old.id, old.programme_id, old.at, old.act, cardinality(old.about))
    or exists (select from unnest(old.about, new.about) as each(was, is_now) where is_now not in (was, ''))
    or new.by_account is distinct from old.by_account
      and (old.by_account is null or new.by_account <> '00000000-0000-0000-0000-000000000000')
    or new.reason not in ('', old.reason) then
    raise exception 'An erasure takes people and reasons out of decisions and changes nothing else.';
  end if;
  return new;
end
$$;

drop procedure erase_from_decisions(text, text);
create procedure erase_from_decisions(account text, person text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('counterpart.erasing', 'on', true);
  update decision set reason = '',
    about = case when act in ('PAIR_LOCKED', 'PAIR_FORBIDDEN', 'PAIR_LEFT_OPEN')
      then array_replace(about, person, '') else about end
  where by_account::text = account
    or act in ('PAIR_LOCKED', 'PAIR_FORBIDDEN', 'PAIR_LEFT_OPEN') and person = any (about) and person <> '';
  perform set_config('counterpart.erasing', 'off', true);
end
$$;

create or replace procedure empty_decisions_before(moment timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('counterpart.erasing', 'on', true);
  update decision set by_account = '00000000-0000-0000-0000-000000000000', reason = '',
    about = case when act in ('PAIR_LOCKED', 'PAIR_FORBIDDEN', 'PAIR_LEFT_OPEN')
      then array_fill(''::text, array[cardinality(about)]) else about end
  where at < least(moment, now() - interval '24 months')
    and by_account <> '00000000-0000-0000-0000-000000000000';
  perform set_config('counterpart.erasing', 'off', true);
end
$$;
revoke execute on procedure erase_from_decisions from public;
