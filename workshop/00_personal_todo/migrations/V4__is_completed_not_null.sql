-- Three steps, in this order, so that it works on a table with rows: new rows get a value by
-- themselves, old rows get one now, and from then on none may lack it.
-- lint: allow set-not-null (one person's list: it is read in no time)
ALTER TABLE "${flyway:defaultSchema}".todos ALTER COLUMN is_completed SET DEFAULT false;

-- Nobody has changed these todos, so updated_at stays as it is: the trigger that keeps it is off for
-- this one statement. ALTER TABLE takes the lock SHARE ROW EXCLUSIVE until the transaction ends: the
-- table can be read meanwhile, and no other session writes past the trigger.
ALTER TABLE "${flyway:defaultSchema}".todos DISABLE TRIGGER todos_touch_updated_at;

UPDATE "${flyway:defaultSchema}".todos SET is_completed = false WHERE is_completed IS NULL;

ALTER TABLE "${flyway:defaultSchema}".todos ENABLE TRIGGER todos_touch_updated_at;

ALTER TABLE "${flyway:defaultSchema}".todos ALTER COLUMN is_completed SET NOT NULL;
