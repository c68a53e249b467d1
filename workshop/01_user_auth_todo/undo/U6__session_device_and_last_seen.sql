-- lint: allow backfill-beside-ddl (a session lives for a month at most: there are few enough to write)
ALTER TABLE "${flyway:defaultSchema}".sessions
    DROP COLUMN last_seen_at,
    DROP COLUMN device;
