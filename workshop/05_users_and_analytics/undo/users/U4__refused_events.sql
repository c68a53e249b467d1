DROP INDEX "${flyway:defaultSchema}".outbox_refused_idx;

ALTER TABLE "${flyway:defaultSchema}".outbox
    DROP COLUMN refusals,
    DROP COLUMN refused_because,
    DROP COLUMN next_try_at;
