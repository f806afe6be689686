alter table match_run add column complete boolean not null default true;
comment on column match_run.complete is 'P4 · owner; false where roles were left open, so that something better is excluded only up to a margin';
