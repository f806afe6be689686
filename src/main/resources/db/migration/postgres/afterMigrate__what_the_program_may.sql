-- The program at work may read and write rows and nothing else: it makes no tables and gives no rights.
grant select, insert, update, delete on all tables in schema public to ${runtime};
grant usage on all sequences in schema public to ${runtime};
grant execute on procedure erase_from_decisions, empty_decisions_before, end_audit_term to ${runtime};
