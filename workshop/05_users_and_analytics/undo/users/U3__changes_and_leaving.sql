-- lint: allow lock-held-during-work (the outbox is small: delivered rows are cleared away)
DROP TRIGGER users_tell_of_change ON "${flyway:defaultSchema}".users;
DROP TRIGGER users_count_versions ON "${flyway:defaultSchema}".users;
DROP FUNCTION "${flyway:defaultSchema}".tell_of_change();
DROP FUNCTION "${flyway:defaultSchema}".count_version();

-- What version 2 knows no word for goes.
DELETE FROM "${flyway:defaultSchema}".outbox WHERE kind <> 'signed_up';

ALTER TABLE "${flyway:defaultSchema}".outbox DROP CONSTRAINT outbox_kind_known,
    ADD CONSTRAINT outbox_kind_known CHECK (kind IN ('signed_up'));
ALTER TABLE "${flyway:defaultSchema}".outbox DROP COLUMN version;
ALTER TABLE "${flyway:defaultSchema}".users DROP COLUMN version;
