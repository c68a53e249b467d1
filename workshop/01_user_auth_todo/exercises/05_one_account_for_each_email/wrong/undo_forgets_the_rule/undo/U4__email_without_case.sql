-- The rule goes back. The accounts that were joined stay joined: which todo belonged to which of them is not known
-- any more. What is unique without regard to case is unique with it, so this cannot fail.

DROP INDEX "${flyway:defaultSchema}".users_email_idx;
