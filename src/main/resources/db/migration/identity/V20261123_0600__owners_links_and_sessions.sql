create table installation (
  only_row boolean primary key default true,
  demonstration boolean not null,
  constraint only_one check (only_row)
);
comment on table installation is 'P4 · owner; what this database is for, fixed at its first start';
comment on column installation.only_row is 'P4 · owner';
comment on column installation.demonstration is 'P4 · everyone; made-up people and open doors, or neither';

create table owner (
  email text primary key,
  name text not null,
  since timestamptz not null,
  constraint email_in_lower_case check (email = lower(email))
);
comment on table owner is 'P4 · owner; who runs the programmes';
comment on column owner.email is 'P4 · owner';
comment on column owner.name is 'P4 · owner';
comment on column owner.since is 'P4 · owner';

create table set_up_link (
  token_sha256 bytea primary key,
  issued_at timestamptz not null
);
comment on table set_up_link is 'P4 · nobody; the one link that makes the first owner, gone once used';
comment on column set_up_link.token_sha256 is 'P4 · nobody; only the digest is kept';
comment on column set_up_link.issued_at is 'P4 · nobody';

create table sign_in_link (
  token_sha256 bytea primary key,
  browser_sha256 bytea not null,
  email text not null,
  expires_at timestamptz not null
);
comment on table sign_in_link is 'P4 · nobody; links that were mailed and not yet used';
comment on column sign_in_link.token_sha256 is 'P4 · nobody; only the digest is kept';
comment on column sign_in_link.browser_sha256 is 'P4 · nobody; digest of a cookie of the browser that asked';
comment on column sign_in_link.email is 'P4 · nobody';
comment on column sign_in_link.expires_at is 'P4 · nobody';
create index sign_in_link_of_email on sign_in_link (email, expires_at);

create table spring_session (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  constraint spring_session_pk primary key (primary_id)
);
comment on table spring_session is 'P4 · nobody; HTTP sessions, in the shape that Spring Session 4.1 expects';
comment on column spring_session.primary_id is 'P4 · nobody';
comment on column spring_session.session_id is 'P4 · nobody';
comment on column spring_session.creation_time is 'P4 · nobody';
comment on column spring_session.last_access_time is 'P4 · nobody';
comment on column spring_session.max_inactive_interval is 'P4 · nobody';
comment on column spring_session.expiry_time is 'P4 · nobody';
comment on column spring_session.principal_name is 'P4 · nobody';
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id)
    on delete cascade
);
comment on table spring_session_attributes is 'P4 · nobody; what a session remembers: the address that signed in';
comment on column spring_session_attributes.session_primary_id is 'P4 · nobody';
comment on column spring_session_attributes.attribute_name is 'P4 · nobody';
comment on column spring_session_attributes.attribute_bytes is 'P4 · nobody';
