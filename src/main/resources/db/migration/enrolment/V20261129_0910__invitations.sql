create table invitation (
  programme_id uuid not null references programme (id),
  inviter_id text not null references person (id),
  number integer not null,
  invitee_id text references person (id),
  address text not null,
  signed_as text[] not null,
  words text not null,
  at timestamptz not null,
  primary key (programme_id, inviter_id, number),
  constraint once_each unique (programme_id, inviter_id, address),
  constraint twenty_at_most check (number between 1 and 20),
  constraint signed_as_known check (signed_as <@ array['MENTOR', 'MENTEE']),
  constraint words_told check (length(words) between 1 and 1000),
  constraint nobody_invites_themselves check (invitee_id is distinct from inviter_id)
);
create index invitation_to on invitation (invitee_id);
comment on table invitation is 'P1 · whoever wrote it and whom it invites; what one colleague wrote to another for a call, in their own name (R01)';
comment on column invitation.programme_id is 'P4 · whoever wrote it and whom it invites';
comment on column invitation.inviter_id is 'P4 · whoever wrote it and whom it invites; owners see how many somebody invited, and how many of those applied';
comment on column invitation.number is 'P4 · whoever wrote it and whom it invites; from 1, for each inviter';
comment on column invitation.invitee_id is 'P4 · whoever wrote it and whom it invites; none where the roster has nobody of that address';
comment on column invitation.address is 'P4 · whoever wrote it and whom it invites; as it was typed';
comment on column invitation.signed_as is 'P4 · whoever wrote it and whom it invites; what the inviter was in pairings that they completed; empty for none yet';
comment on column invitation.words is 'P1 · whoever wrote it and whom it invites';
comment on column invitation.at is 'P4 · whoever wrote it and whom it invites';

alter table invitation enable row level security;
alter table invitation force row level security;
create policy system on invitation using ((select acting_as('SYSTEM')));
create policy read_by_the_two on invitation for select using (
  (select acting_as('PERSON', 'OWNER')) and (select acting_person()) in (inviter_id, invitee_id));
create policy signed_by_oneself on invitation for insert with check (
  (select acting_as('PERSON', 'OWNER')) and inviter_id = (select acting_person()));
