-- The digest does not tell what a row counts. An operator wants to know which limit is reached.
-- The rows of the last quarter of an hour cannot say it any more: counting begins anew.
DELETE FROM "${flyway:defaultSchema}".login_limits;

-- lint: allow add-required-column (the table is empty)
ALTER TABLE "${flyway:defaultSchema}".login_limits ADD COLUMN kind text NOT NULL;

-- The same words as in the API's enum LimitKind. A new kind of limit needs a new migration.
-- lint: allow constraint-scans (the table is empty)
ALTER TABLE "${flyway:defaultSchema}".login_limits
    ADD CONSTRAINT login_limits_kind_known CHECK (
        kind IN ('known_place', 'address', 'strangers', 'confirmation', 'registration'));
