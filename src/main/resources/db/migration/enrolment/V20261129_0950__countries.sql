create table country_standing (
  programme_id uuid not null references programme (id),
  country text not null,
  kind text not null,
  reference text not null,
  since date not null,
  primary key (programme_id, country),
  constraint kind_known check (kind in ('AGREED', 'HEARD', 'NOBODY_THERE')),
  constraint reference_told check (length(reference) between 1 and 500)
);
comment on table country_standing is 'P4 · owner; how those who speak for the employees of a country stand to a programme (R62, L6)';
comment on column country_standing.programme_id is 'P4 · owner';
comment on column country_standing.country is 'P4 · owner; by its code';
comment on column country_standing.kind is 'P4 · owner; agreed, heard, or that there is nobody to ask';
comment on column country_standing.reference is 'P4 · owner; of the agreement or the hearing, or why there is nobody';
comment on column country_standing.since is 'P4 · owner; the day of it';
alter table country_standing enable row level security;
alter table country_standing force row level security;
create policy system on country_standing using ((select acting_as('SYSTEM')));
create policy owner on country_standing using ((select acting_as('OWNER')));

alter table application add column agreed_to text;
comment on column application.agreed_to is 'P0 · self; country and version of the words that they agreed to when they handed it in last; none where nothing was to be ticked';
