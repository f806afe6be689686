-- The program at work may read and write rows and nothing else: it makes no tables and gives no rights.
grant select, insert, update, delete on all tables in schema public to ${runtime};
grant usage on all sequences in schema public to ${runtime};
-- Half of the keys of what is sealed, apart from everything else.
grant usage on schema keystore to ${runtime};
grant select, insert, delete on all tables in schema keystore to ${runtime};
-- PostgreSQL lets everyone run a function unless told otherwise, and some of ours see every row.
revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to ${runtime};
grant execute on procedure erase_from_decisions, empty_decisions_before, end_audit_term to ${runtime};

-- Whoever counts over all people works by a third role: it reads what is made for counting, and no row about anybody.
-- Where the login that migrates may not make roles, whoever runs the database makes it (docs/install.md).
do $$ begin
  if not exists (select from pg_roles where rolname = 'counterpart_aggregate') then
    create role counterpart_aggregate nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
  end if;
exception
  when insufficient_privilege then raise notice 'The role counterpart_aggregate is to be made by whoever may.';
  -- Another database of the same server made it at the same time.
  when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if exists (select from pg_roles where rolname = 'counterpart_aggregate') then
    revoke all on all tables in schema public from counterpart_aggregate;
    revoke all on all sequences in schema public from counterpart_aggregate;
    revoke all on all routines in schema public from counterpart_aggregate;
    revoke all on schema public from counterpart_aggregate;
  end if;
end $$;
