-- The answer to COMMIT can be lost: such an operation is neither done nor failed.
ALTER TABLE "${flyway:defaultSchema}".operations
    ADD COLUMN outcome_is_unknown boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT operations_unknown_says_why CHECK (NOT outcome_is_unknown OR error IS NOT NULL);

ALTER TABLE "${flyway:defaultSchema}".run_targets
    DROP CONSTRAINT run_targets_status,
    DROP CONSTRAINT run_targets_error_says_why,
    ADD CONSTRAINT run_targets_status
        CHECK (status IN ('pending', 'done', 'failed', 'left', 'unknown')),
    ADD CONSTRAINT run_targets_error_says_why
        CHECK ((status IN ('failed', 'unknown')) = (error IS NOT NULL));

COMMENT ON COLUMN "${flyway:defaultSchema}".operations.outcome_is_unknown IS
    'the answer to COMMIT was lost, and the database could not be asked again';
