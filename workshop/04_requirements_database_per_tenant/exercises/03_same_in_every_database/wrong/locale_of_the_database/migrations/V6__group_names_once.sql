-- Names that differ only in capitals are one name. COLLATE "C" inside of lower(): A to Z, on every server
-- alike. The locale of a database, ICU and citext are not the same everywhere.
-- lint: allow create-index-locks (the table is one tenant's, and a fleet's migration is one transaction)
CREATE UNIQUE INDEX groups_name_once ON "${flyway:defaultSchema}".groups (lower(name));
