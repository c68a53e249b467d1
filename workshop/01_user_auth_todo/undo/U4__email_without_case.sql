-- What is unique without regard to case is unique with it: this cannot fail.
ALTER TABLE "${flyway:defaultSchema}".users ADD CONSTRAINT users_email_key UNIQUE (email);

DROP INDEX "${flyway:defaultSchema}".users_email_idx;
