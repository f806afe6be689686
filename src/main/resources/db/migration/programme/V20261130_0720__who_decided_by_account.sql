select set_config('counterpart.acting', 'SYSTEM', true);

-- A decision says who by account, and whom it was about by their ids in the roster: names are read when it is shown, and
-- an erasure need not look for them. Nobody by account stays nobody; zeros stand for somebody whom nothing names any more.
alter table decision add column by_account uuid;
alter table decision disable trigger user;
update decision set by_account = case when by_name <> '' then
    coalesce((select account.id from account left join person on person.id = person_id
      where coalesce(person.email, account.email) = by_email order by person_id limit 1),
      '00000000-0000-0000-0000-000000000000') end,
  about = case when act in ('PAIR_LOCKED', 'PAIR_FORBIDDEN', 'PAIR_LEFT_OPEN') then
    -- A name that several have, or nobody, does not tell whose it was.
    array(select coalesce((select case when count(*) = 1 then min(person.id) end from person where name = each), '')
      from unnest(about) with ordinality as names (each, place) order by place) else about end;
alter table decision enable trigger user;
