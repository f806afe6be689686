select set_config('counterpart.acting', 'SYSTEM', true);

-- Who ran, published or wished is told by account, and their name is read when it is shown: so it is never that of
-- somebody else who is called the same, and goes with them. The log of decisions knows their account; where it does not,
-- it was somebody whom nothing names any more.
alter table match_run add column by_account uuid, add column published_by_account uuid;
update match_run set
  by_account = coalesce((select decision.by_account from decision where decision.programme_id = match_run.programme_id
    and act = 'MATCHING_RUN' and about[1] = number::text order by decision.id desc limit 1),
    '00000000-0000-0000-0000-000000000000'),
  published_by_account = case when published_at is not null then coalesce((select decision.by_account from decision
    where decision.programme_id = match_run.programme_id and act = 'PAIRS_PUBLISHED' and about[1] = number::text
    order by decision.id desc limit 1), '00000000-0000-0000-0000-000000000000') end;
alter table match_run drop column by_name, drop column published_by, alter column by_account set not null,
  add constraint published_by_somebody check ((published_at is null) = (published_by_account is null));
comment on column match_run.by_account is 'P4 · owner; account of whoever ran it';
comment on column match_run.published_by_account is 'P4 · owner; account of whoever published it';

alter table pair_wish add column by_account uuid;
update pair_wish set by_account = coalesce((select decision.by_account from decision
    where decision.programme_id = pair_wish.programme_id and act in ('PAIR_LOCKED', 'PAIR_FORBIDDEN')
    and decision.by_name = pair_wish.by_name order by decision.id desc limit 1),
  '00000000-0000-0000-0000-000000000000');
alter table pair_wish drop column by_name, alter column by_account set not null;
comment on column pair_wish.by_account is 'P4 · owner; account of whoever wished it';
