-- The rule goes back. The accounts that were joined stay joined: which todo belonged to which of them is not known
-- any more. What is unique without regard to case is unique with it, so this cannot fail.
ALTER TABLE "${flyway:defaultSchema}".users ADD CONSTRAINT users_email_key UNIQUE (email);

DROP INDEX "${flyway:defaultSchema}".users_email_idx;
