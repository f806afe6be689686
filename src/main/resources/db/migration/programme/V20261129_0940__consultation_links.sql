create table consultation_link (
  token_sha256 bytea primary key,
  id uuid not null unique,
  programme_id uuid not null references programme (id),
  known_as text not null,
  address text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  constraint known_as_told check (length(known_as) between 1 and 120),
  constraint address_told check (length(address) between 3 and 254)
);
create unique index asked_once on consultation_link (programme_id, lower(known_as));
comment on table consultation_link is 'P4 · owner; who was asked by mail what earlier programmes were like, and has not answered yet (R63)';
comment on column consultation_link.token_sha256 is 'P4 · owner; digest of the link; once it is answered, the row is gone';
comment on column consultation_link.id is 'P4 · owner';
comment on column consultation_link.programme_id is 'P4 · owner';
comment on column consultation_link.known_as is 'P4 · owner; how owners know them';
comment on column consultation_link.address is 'P4 · owner';
comment on column consultation_link.asked_at is 'P4 · owner';
comment on column consultation_link.expires_at is 'P4 · owner';

alter table consultation_link enable row level security;
alter table consultation_link force row level security;
create policy system on consultation_link using ((select acting_as('SYSTEM')));
create policy owner on consultation_link using ((select acting_as('OWNER')));
