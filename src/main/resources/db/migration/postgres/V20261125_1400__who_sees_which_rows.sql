-- Row-level security: what a forgotten check in Java would show is nothing. Whoever asks is told to each transaction
-- as counterpart.acting (NOBODY, PERSON, OWNER, SYSTEM) and counterpart.person; unless told, it is nobody. Policies ask
-- in a sub-select, so that it is asked once a query and not once a row.
create function acting_as(variadic roles text[]) returns boolean language sql stable as
  $$ select coalesce(current_setting('counterpart.acting', true) = any (roles), false) $$;
create function acting_person() returns text language sql stable as
  $$ select nullif(current_setting('counterpart.person', true), '') $$;

do $$ declare name text; begin
  foreach name in array array[
    'answer_link', 'decision', 'fairness_audit', 'import_draft', 'left_out', 'mail', 'match_quota', 'match_run',
    'match_run_alternative', 'match_run_quota', 'match_run_rule', 'match_setting', 'owner', 'pair', 'pair_wish', 'person',
    'proposal', 'set_up_link', 'sign_in_link', 'sign_up', 'spring_session', 'spring_session_attributes', 'standing_pair']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I using ((select acting_as(''SYSTEM'')))', name);
  end loop;

  foreach name in array array[
    'decision', 'fairness_audit', 'import_draft', 'left_out', 'match_quota', 'match_run', 'match_run_alternative',
    'match_run_quota', 'match_run_rule', 'match_setting', 'owner', 'pair', 'pair_wish', 'person', 'proposal', 'sign_up',
    'standing_pair']
  loop
    execute format('create policy owner on %I using ((select acting_as(''OWNER'')))', name);
  end loop;
end $$;

-- Written by whoever causes it, read by nobody but the program.
create policy write_mail on mail for insert with check ((select acting_as('PERSON', 'OWNER')));
create policy write_link on answer_link for insert with check ((select acting_as('OWNER')));

create policy own_pair on pair for select using (
  (select acting_as('PERSON', 'OWNER')) and (mentor_id = (select acting_person()) or mentee_id = (select acting_person())));
create policy own_pair_answered on pair for update using (
  (select acting_as('PERSON')) and (mentor_id = (select acting_person()) or mentee_id = (select acting_person())));

-- Oneself, and whom one is or was paired with.
create policy oneself on person for select using (
  (select acting_as('PERSON')) and id = (select acting_person()));
create policy counterpart on person for select using (
  (select acting_as('PERSON')) and id in (select mentor_id from pair union all select mentee_id from pair));

create policy own_sign_up on sign_up using (
  (select acting_as('PERSON')) and person_id = (select acting_person()));
