ALTER TABLE "${flyway:defaultSchema}".sessions
    DROP COLUMN last_seen_at,
    DROP COLUMN device;
