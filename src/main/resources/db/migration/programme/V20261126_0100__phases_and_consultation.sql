create table phase_change (
  programme_id uuid not null references programme (id),
  number integer not null,
  phase text not null,
  at timestamptz not null,
  primary key (programme_id, number),
  constraint phase_known check (phase in ('CONSULTED', 'OPEN', 'CLOSED', 'DRAWN', 'MATCHED', 'PREPARING', 'ACTIVE', 'PAUSED',
    'MID_POINT', 'CLOSING', 'ENDED', 'CONTINUED', 'EVALUATED', 'ARCHIVED')),
  constraint counted_from_one check (number > 0)
);
comment on table phase_change is 'P4 · owner; through which phases a programme went; who moved it on and why stands in its decision log';
comment on column phase_change.programme_id is 'P4 · owner';
comment on column phase_change.number is 'P4 · owner; from 1';
comment on column phase_change.phase is 'P4 · owner; a programme without one is a draft';
comment on column phase_change.at is 'P4 · owner';

create table voice (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  known_as text not null,
  part text not null,
  took_part_in text not null,
  value text not null,
  successes text not null,
  at timestamptz not null,
  constraint known_as_told check (length(known_as) between 1 and 120),
  constraint part_known check (part in ('MENTOR', 'MENTEE')),
  constraint took_part_in_told check (length(took_part_in) between 1 and 200),
  constraint value_bounded check (length(value) <= 4000),
  constraint successes_bounded check (length(successes) <= 4000)
);
create unique index heard_once on voice (programme_id, lower(known_as));
comment on table voice is 'P4 · owner; what people who took part in earlier programmes said before this one (R63)';
comment on column voice.id is 'P4 · owner';
comment on column voice.programme_id is 'P4 · owner; the programme that they were asked for';
comment on column voice.known_as is 'P4 · owner; how owners know them';
comment on column voice.part is 'P4 · owner; what they were in the earlier programme';
comment on column voice.took_part_in is 'P4 · owner; the earlier programme';
comment on column voice.value is 'P4 · owner; what it was worth to them';
comment on column voice.successes is 'P4 · owner; what went well';
comment on column voice.at is 'P4 · owner; when it was written down';

create table pitfall (
  id uuid primary key,
  voice_id uuid not null references voice (id) on delete cascade,
  position integer not null,
  text text not null,
  answer text,
  because text not null default '',
  constraint one_place_each unique (voice_id, position),
  constraint text_told check (length(text) between 1 and 1000),
  constraint answer_known check (answer in ('DECISION', 'RISK')),
  constraint answer_says_why check ((answer is null) = (because = '')),
  constraint because_bounded check (length(because) <= 4000)
);
comment on table pitfall is 'P4 · owner; what somebody was warned of in a consultation, and what is done about it (R63)';
comment on column pitfall.id is 'P4 · owner';
comment on column pitfall.voice_id is 'P4 · owner';
comment on column pitfall.position is 'P4 · owner; in the order in which they were named';
comment on column pitfall.text is 'P4 · owner';
comment on column pitfall.answer is 'P4 · owner; a decision or an accepted risk';
comment on column pitfall.because is 'P4 · owner; the decision, or why the risk is accepted';

do $$ declare name text; begin
  foreach name in array array['phase_change', 'voice', 'pitfall'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I using ((select acting_as(''SYSTEM'')))', name);
    execute format('create policy owner on %I using ((select acting_as(''OWNER'')))', name);
  end loop;
end $$;

-- Programmes that ran before there were phases: their sign-ups came from files, and pairs were published of some.
insert into phase_change (programme_id, number, phase, at)
select id, 1, 'CLOSED', started_at from programme where exists (select from sign_up where programme_id = programme.id);
insert into phase_change (programme_id, number, phase, at)
select id, 2, 'MATCHED', coalesce((select min(proposed_at) from pair where programme_id = programme.id), started_at)
from programme where exists (select from pair where programme_id = programme.id)
  and exists (select from phase_change where programme_id = programme.id);
