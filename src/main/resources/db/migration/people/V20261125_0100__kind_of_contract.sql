alter table person add column contract text;
comment on column person.contract is 'P4 · owner; kind of employment contract in the employer''s words, read by the fairness audit alone';
