-- lint: allow backfill-beside-ddl (each row gets its number before the first one can be made without)
-- lint: allow lock-held-during-work (the tables that are read have all been written just before)
-- The keys are lost. An upgrade gives them anew, in the same order: they are the same
-- ones again, as long as no requirement has gone meanwhile.
DROP TRIGGER requirements_number ON "${flyway:defaultSchema}".requirements;
DROP FUNCTION "${flyway:defaultSchema}".number_requirement();
DROP FUNCTION "${flyway:defaultSchema}".take_numbers(bigint, integer);

ALTER TABLE "${flyway:defaultSchema}".requirements DROP COLUMN number;
ALTER TABLE "${flyway:defaultSchema}".projects DROP COLUMN last_number;
