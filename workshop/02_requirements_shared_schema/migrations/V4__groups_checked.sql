-- In a transaction of its own: readers and writers go on while every row is looked at.
ALTER TABLE "${flyway:defaultSchema}".requirements VALIDATE CONSTRAINT requirements_group_fkey;
