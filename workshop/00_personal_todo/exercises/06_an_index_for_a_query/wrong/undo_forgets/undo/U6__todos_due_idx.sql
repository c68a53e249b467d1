-- DROP INDEX "${flyway:defaultSchema}".todos_due_idx;
SELECT 1;
