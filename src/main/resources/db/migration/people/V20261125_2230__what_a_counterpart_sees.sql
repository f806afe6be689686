-- A row shows all of its columns, and the other of a pair is given few of them. So the row is shown to owners and to whom
-- it names, and the other gets what is declared as theirs through a function.
drop policy counterpart on person;
create function counterpart(other text)
  returns table (id text, name text, department text, site text, email text)
  language sql stable security definer set search_path = public, pg_temp set counterpart.acting = 'SYSTEM' as $$
  select person.id, person.name, person.department, person.site, case when bool_or(
      closed_at is null and mentor_answer = 'ACCEPTED' and mentee_answer = 'ACCEPTED') then person.email end
  from person join pair on (mentor_id, mentee_id) in ((acting_person(), other), (other, acting_person()))
  where person.id = other
  group by person.id
$$;
comment on table person is 'P4 · owner, self; colleagues as the employer names them. No age, birth year or generation (R86)';
comment on column person.id is 'P4 · owner, self, and the other of a published pair; the employer''s own id';
comment on column person.name is 'P4 · owner, self, and the other of a published pair';
comment on column person.email is 'P4 · owner, self, and the other of a pair once both accepted; proves who signs in';
comment on column person.level is 'P4 · owner, self; 1 is the entry level, larger is more senior';
comment on column person.department is 'P4 · owner, self, and the other of a published pair';
comment on column person.site is 'P4 · owner, self, and the other of a published pair';
comment on column person.country is 'P4 · owner, self';
comment on column person.timezone is 'P4 · owner, self; IANA name or offset';
comment on column person.languages is 'P4 · owner, self; language tags in lower case';
comment on column person.manager_id is 'P4 · owner, self';
comment on column person.contract is 'P4 · owner, self; kind of employment contract in the employer''s words, read by the fairness audit alone';

-- People read the decisions that concern them, and of what they did themselves their export. Rows of the log, with whom
-- else they are about, are for owners and auditors.
drop policy read_by_whoever_did_it on audit_event;

-- What was shown all the time, to whom it should be, and declared too narrowly.
comment on column account.email is 'P4 · owner, and whom it names; of somebody who is not on the roster';
comment on column account.name is 'P4 · owner, and whom it names; of somebody who is not on the roster';
comment on column passkey.counter is 'P4 · self; signatures so far, by the device; going back tells of a copy';
comment on column passkey.transports is 'P4 · self; how a browser reaches the device';
comment on column pair.run_id is 'P4 · the two and the owner; the run that proposed it';
comment on column consent.id is 'P4 · self, and the owners where it is the programme; order';
comment on column consent.person_id is 'P4 · self, and the owners where it is the programme';
comment on column consent.at is 'P4 · self, and the owners where it is the programme';
comment on column consent.by_account is 'P4 · self, and the owners where it is the programme; who pressed the switch, or imported the answer to the call; the database writes it';
comment on column consent.wording is 'P4 · self, and the owners where it is the programme; version of the words agreed to; 0 is the call itself';
comment on table programme is 'P4 · everyone signed in; one season of reverse mentoring';
comment on column programme.expected_people is 'P4 · everyone signed in; how many sign-ups the call expected';
comment on column programme.started_at is 'P4 · everyone signed in';
comment on column installation.only_row is 'P4 · everyone';
