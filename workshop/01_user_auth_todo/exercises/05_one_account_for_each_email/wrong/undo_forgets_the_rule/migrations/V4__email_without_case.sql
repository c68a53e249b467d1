-- Of the accounts with one email, the one with the @{keep.id} id stays. First the todos move to it: what is deleted with
-- an account would take them along. "C" knows the letters of ASCII, and means the same on every server.
UPDATE "${flyway:defaultSchema}".todos SET user_id = account.kept_id
FROM (
    SELECT id AS user_id, @{keep.pick}(id) OVER (PARTITION BY lower(email COLLATE "C")) AS kept_id
    FROM "${flyway:defaultSchema}".users
) AS account
WHERE todos.user_id = account.user_id AND account.user_id <> account.kept_id;

-- Their sessions end with the accounts: the foreign key deletes along.
DELETE FROM "${flyway:defaultSchema}".users AS gone
USING "${flyway:defaultSchema}".users AS kept
WHERE lower(kept.email COLLATE "C") = lower(gone.email COLLATE "C") AND kept.id @{keep.before} gone.id;

-- lint: allow create-index-locks (in one transaction with the clean-up: no new double may come between)
CREATE UNIQUE INDEX users_email_idx ON "${flyway:defaultSchema}".users (lower(email COLLATE "C"));

-- The new rule holds before the old one goes.
ALTER TABLE "${flyway:defaultSchema}".users DROP CONSTRAINT users_email_key;
