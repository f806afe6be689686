create table results (
  programme_id uuid not null references programme (id),
  version integer not null,
  edition integer not null,
  ending text,
  ending_seen text not null default '',
  reason text not null default '',
  saved_at timestamptz not null,
  published_at timestamptz,
  primary key (programme_id, version),
  constraint versions_from_one check (version > 0),
  constraint editions_from_one check (edition > 0),
  constraint ending_known check (ending in ('NOT_MET', 'STOPPED', 'WENT_ON', 'STOPPED_OTHERWISE')),
  constraint ending_seen_bounded check (length(ending_seen) <= 1000),
  constraint reason_bounded check (length(reason) <= 1000),
  constraint published_whole check (published_at is null
    or ending is not null and (ending = 'NOT_MET' or ending_seen <> '') and published_at >= saved_at),
  constraint corrected_for_a_reason check (published_at is null or version = 1 or reason <> '')
);
comment on table results is 'P4 · everyone once published; what came of a programme; a draft until it is published, and never changed after (R61)';
comment on column results.programme_id is 'P4 · everyone once published';
comment on column results.version is 'P4 · everyone once published; from 1; each further one corrects the one before, which stays';
comment on column results.edition is 'P4 · everyone once published; how often the draft was saved';
comment on column results.ending is 'P4 · everyone once published; what became of the rule by which the programme stops early';
comment on column results.ending_seen is 'P4 · everyone once published; what happened; empty where the rule was never met';
comment on column results.reason is 'P4 · everyone once published; why an earlier version is corrected; empty for the first';
comment on column results.saved_at is 'P4 · everyone once published; when the draft was saved last';
comment on column results.published_at is 'P4 · everyone once published; none for a draft';

create table finding (
  programme_id uuid not null,
  version integer not null,
  position integer not null,
  finding text,
  seen text not null,
  people integer,
  seen_on date,
  primary key (programme_id, version, position),
  foreign key (programme_id, version) references results (programme_id, version),
  constraint finding_known check (finding in ('REACHED', 'NOT_REACHED', 'NO_DIFFERENCE', 'CANNOT_BE_SAID')),
  constraint seen_bounded check (length(seen) <= 1000),
  constraint nobody_can_be_told_by_their_number check (people between 8 and 100000),
  constraint counted_from_zero check (position >= 0)
);
comment on table finding is 'P4 · everyone once published; what was found about each criterion that was frozen when the call opened (R61)';
comment on column finding.programme_id is 'P4 · everyone once published';
comment on column finding.version is 'P4 · everyone once published; of the results';
comment on column finding.position is 'P4 · everyone once published; which line of what was to count as success, from 0';
comment on column finding.finding is 'P4 · everyone once published; none where a draft does not say it yet';
comment on column finding.seen is 'P4 · everyone once published; what was seen, or why it cannot be said';
comment on column finding.people is 'P4 · everyone once published; from how many it was seen; never so few that they tell who';
comment on column finding.seen_on is 'P4 · everyone once published; the day on which it was seen';

do $$ declare name text; begin
  foreach name in array array['results', 'finding'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I using ((select acting_as(''SYSTEM'')))', name);
    execute format('create policy owner on %I using ((select acting_as(''OWNER'')))', name);
  end loop;
end $$;
create policy everyone_once_published on results for select using (
  (select acting_as('PERSON')) and published_at is not null);
create policy everyone_once_published on finding for select using (
  (select acting_as('PERSON')) and exists (
    select from results where (results.programme_id, results.version) = (finding.programme_id, finding.version)
      and published_at is not null));

-- Nobody leaves out what did not come true, and nobody takes back what everyone read.
create function refuse_to_report_in_part() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.published_at is not null then
    raise exception 'What was published stays. A correction is another version.';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.published_at is not null then
      raise exception 'Results begin with a draft.';
    end if;
    if not exists (select from criteria where programme_id = new.programme_id and frozen_at is not null) then
      raise exception 'There are no results without criteria that were frozen.';
    end if;
    if new.version <> 1 + (select count(*) from results
        where programme_id = new.programme_id and published_at is not null) then
      raise exception 'One version is published before the next begins.';
    end if;
  elsif (new.programme_id, new.version) is distinct from (old.programme_id, old.version) then
    raise exception 'A draft stays of its programme, and of its version.';
  elsif new.published_at is not null and (
      select count(*) from finding
      where (programme_id, version) = (new.programme_id, new.version) and finding is not null and seen <> ''
        and seen_on is not null and (people is not null or finding = 'CANNOT_BE_SAID'))
      <> (
      select count(*) from criteria, regexp_split_to_table(success, '\n') line
      where programme_id = new.programme_id and btrim(line, E' \t') <> '') then
    raise exception 'Every criterion has its result before any is published.';
  end if;
  return new;
end
$$;
create trigger whole_and_for_good before insert or update or delete on results for each row
  execute function refuse_to_report_in_part();

create function refuse_to_change_published_findings() returns trigger language plpgsql as $$
declare at record := coalesce(new, old);
begin
  if exists (select from results where (programme_id, version) = (at.programme_id, at.version) and published_at is not null)
    or tg_op = 'UPDATE' and (old.programme_id, old.version, old.position)
      is distinct from (new.programme_id, new.version, new.position) then
    raise exception 'What was published stays. A correction is another version.';
  end if;
  return at;
end
$$;
create trigger for_good before insert or update or delete on finding for each row
  execute function refuse_to_change_published_findings();
