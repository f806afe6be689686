create table request_limit (
  id text primary key,
  state bytea,
  expires_at bigint
);
comment on table request_limit is 'P4 · nobody; how much is left of each limit';
comment on column request_limit.id is 'P4 · nobody; digest of a network and what it asks for';
comment on column request_limit.state is 'P4 · nobody';
comment on column request_limit.expires_at is 'P4 · nobody; milliseconds since 1970, deleted after';
create index request_limit_expired on request_limit (expires_at);
alter table request_limit enable row level security;
alter table request_limit force row level security;
create policy system on request_limit using ((select acting_as('SYSTEM')));
