

-- lint: allow create-index-locks (in one transaction with the clean-up: no new double may come between)
CREATE UNIQUE INDEX users_email_idx ON "${flyway:defaultSchema}".users (lower(email COLLATE "C"));

ALTER TABLE "${flyway:defaultSchema}".users DROP CONSTRAINT users_email_key;
