create table mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  written_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null
);
comment on table mail is 'P4 · the recipient; mail is written with the decision that causes it and sent after';
comment on column mail.id is 'P4 · nobody; also the Message-ID, so that a mail sent twice can be told';
comment on column mail.recipient is 'P4 · the recipient';
comment on column mail.subject is 'P4 · the recipient; neutral, names nobody else';
comment on column mail.body is 'P4 · the recipient; emptied once sent, except in a demonstration';
comment on column mail.written_at is 'P4 · the recipient';
comment on column mail.sent_at is 'P4 · the recipient';
comment on column mail.attempts is 'P4 · nobody';
comment on column mail.next_attempt_at is 'P4 · nobody';
create index mail_to_send on mail (next_attempt_at) where sent_at is null;
create index mail_by_time on mail (written_at, id);
