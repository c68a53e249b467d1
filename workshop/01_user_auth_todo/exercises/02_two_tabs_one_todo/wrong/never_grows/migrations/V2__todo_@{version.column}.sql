-- For optimistic locking: it grows by one with each change. A default that is a constant rewrites no row.
ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN @{version.column} integer NOT NULL DEFAULT 1;
