create table fairness_audit (
  run_id uuid primary key references match_run (id),
  audit text not null
);
comment on table fairness_audit is 'P4 · owner; how each run treats groups of eight people or more';
comment on column fairness_audit.run_id is 'P4 · owner';
comment on column fairness_audit.audit is 'P4 · owner; counts by department, level, site and contract, never a person, as JSON';
