create table pair (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  run_id uuid not null references match_run (id),
  mentor_id text not null references person (id),
  mentee_id text not null references person (id),
  evidence text not null,
  proposed_at timestamptz not null,
  answer_by timestamptz not null,
  mentor_answer text,
  mentor_answered_at timestamptz,
  mentee_answer text,
  mentee_answered_at timestamptz,
  closed_at timestamptz,
  constraint proposed_once_a_run unique (run_id, mentor_id, mentee_id),
  constraint two_people check (mentor_id <> mentee_id),
  constraint mentor_answer_known check (mentor_answer in ('ACCEPTED', 'DECLINED')),
  constraint mentee_answer_known check (mentee_answer in ('ACCEPTED', 'DECLINED')),
  constraint mentor_answer_dated check ((mentor_answer is null) = (mentor_answered_at is null)),
  constraint mentee_answer_dated check ((mentee_answer is null) = (mentee_answered_at is null))
);
comment on table pair is 'P4 · the two; the owner sees only whether it is waiting, agreed or not going ahead';
comment on column pair.id is 'P4 · the two and the owner';
comment on column pair.programme_id is 'P4 · the two and the owner';
comment on column pair.run_id is 'P4 · owner; the run that proposed it';
comment on column pair.mentor_id is 'P4 · the two and the owner';
comment on column pair.mentee_id is 'P4 · the two and the owner';
comment on column pair.evidence is 'P4 · the two and the owner; released facts that speak for the pair, as JSON';
comment on column pair.proposed_at is 'P4 · the two and the owner';
comment on column pair.answer_by is 'P4 · the two and the owner; unanswered means declined from then on';
comment on column pair.mentor_answer is 'P0 · the mentor alone (R03, R06)';
comment on column pair.mentor_answered_at is 'P0 · the mentor alone';
comment on column pair.mentee_answer is 'P0 · the mentee alone (R03, R06)';
comment on column pair.mentee_answered_at is 'P0 · the mentee alone';
comment on column pair.closed_at is 'P4 · the two and the owner; when it stopped being open to answers';
create index pair_of_mentor on pair (mentor_id);
create index pair_of_mentee on pair (mentee_id);
create index pair_of_programme on pair (programme_id, proposed_at);

create table answer_link (
  token_sha256 bytea primary key,
  pair_id uuid not null references pair (id),
  person_id text not null references person (id),
  constraint one_link_a_person unique (pair_id, person_id)
);
comment on table answer_link is 'P4 · nobody; lets the holder of a mailed link answer for one person about one pair';
comment on column answer_link.token_sha256 is 'P4 · nobody; only the digest is kept';
comment on column answer_link.pair_id is 'P4 · nobody';
comment on column answer_link.person_id is 'P4 · nobody';
