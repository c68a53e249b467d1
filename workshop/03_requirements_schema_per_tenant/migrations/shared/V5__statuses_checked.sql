-- In a transaction of its own: readers and writers go on while every row is looked at.
ALTER TABLE "${flyway:defaultSchema}".tenant_registry VALIDATE CONSTRAINT tenant_registry_status_known;
