-- Three steps, in this order, so that it works on a table with rows: new rows get a value by
-- themselves, old rows get one now, and from then on none may lack it.
-- lint: allow set-not-null (one person's list: it is read in no time)
ALTER TABLE "${flyway:defaultSchema}".todos ALTER COLUMN is_completed SET DEFAULT false;

UPDATE "${flyway:defaultSchema}".todos SET is_completed = false WHERE is_completed IS NULL;

ALTER TABLE "${flyway:defaultSchema}".todos ALTER COLUMN is_completed SET NOT NULL;
