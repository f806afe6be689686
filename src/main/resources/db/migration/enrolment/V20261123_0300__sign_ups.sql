create table sign_up (
  programme_id uuid not null references programme (id),
  person_id text not null references person (id),
  role text not null,
  capacity integer not null,
  offers text[] not null,
  wants text[] not null,
  goals text,
  availability text[] not null,
  avoid text[] not null,
  prefer text[] not null,
  primary key (programme_id, person_id),
  constraint role_known check (role in ('MENTOR', 'MENTEE', 'EITHER')),
  constraint some_place check (capacity between 1 and 20)
);
comment on table sign_up is 'P4 · owner; who answered the call of a programme';
comment on column sign_up.programme_id is 'P4 · owner and the person';
comment on column sign_up.person_id is 'P4 · owner and the person';
comment on column sign_up.role is 'P4 · owner and the person';
comment on column sign_up.capacity is 'P4 · owner and the person; pairs they can take part in';
comment on column sign_up.offers is 'P4 · owner, the person, and the other of a published pair where it speaks for the pair';
comment on column sign_up.wants is 'P4 · owner and the person';
comment on column sign_up.goals is 'P4 · owner and the person';
comment on column sign_up.availability is 'P4 · owner and the person; weekday and minutes after local midnight, as MONDAY 540 720';
comment on column sign_up.avoid is 'P0 · the person and the matching; the silent do-not-match list, shown to nobody';
comment on column sign_up.prefer is 'P0 · the person and the matching; in order of preference, shown to nobody';

create table import_draft (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  file_name text not null,
  content bytea not null,
  uploaded_at timestamptz not null,
  constraint one_draft_a_programme unique (programme_id)
);
comment on table import_draft is 'P4 · owner; a file between its dry run and its confirmation, gone after either';
comment on column import_draft.id is 'P4 · owner';
comment on column import_draft.programme_id is 'P4 · owner';
comment on column import_draft.file_name is 'P4 · owner';
comment on column import_draft.content is 'P4 · owner; the file as uploaded';
comment on column import_draft.uploaded_at is 'P4 · owner';
