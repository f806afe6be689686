create table person (
  id text primary key,
  name text not null,
  email text,
  level integer,
  department text,
  site text,
  country text,
  timezone text,
  languages text[] not null,
  manager_id text,
  constraint email_of_one_person unique (email) deferrable initially deferred,
  constraint email_in_lower_case check (email = lower(email)),
  constraint level_from_one check (level between 1 and 99),
  constraint manager_is_known foreign key (manager_id) references person (id) deferrable initially deferred,
  constraint not_their_own_manager check (manager_id <> id)
);
comment on table person is 'P4 · owner; colleagues as the employer names them. No age, birth year or generation (R86)';
comment on column person.id is 'P4 · owner; the employer''s own id';
comment on column person.name is 'P4 · owner, and the other of a published pair';
comment on column person.email is 'P4 · owner, and the other of a pair once both accepted; proves who signs in';
comment on column person.level is 'P4 · owner; 1 is the entry level, larger is more senior';
comment on column person.department is 'P4 · owner, and the other of a published pair';
comment on column person.site is 'P4 · owner, and the other of a published pair';
comment on column person.country is 'P4 · owner';
comment on column person.timezone is 'P4 · owner; IANA name or offset';
comment on column person.languages is 'P4 · owner; language tags in lower case';
comment on column person.manager_id is 'P4 · owner';
create index person_of_manager on person (manager_id);
