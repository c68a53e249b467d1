-- Ada@example.org and ada@example.org reach one mailbox, so they are one account. Where there are
-- two already, no migration can know which of them is right: it says so and changes nothing.
-- A function for a moment, and no DO block: a function has a search_path, so that its body can name
-- the table without the schema. A body is a text, and a schema's name may have in it what ends a text.
CREATE FUNCTION "${flyway:defaultSchema}".refuse_emails_that_are_there_twice() RETURNS void
    LANGUAGE plpgsql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
DECLARE
    twice text;
BEGIN
    SELECT string_agg(ids, '; ') INTO twice
    FROM (
        SELECT string_agg(id::text, ', ' ORDER BY id) AS ids
        FROM users
        GROUP BY lower(email COLLATE "C")
        HAVING count(*) > 1
    ) AS groups;
    IF twice IS NOT NULL THEN
        RAISE EXCEPTION 'users with one email but for upper and lower case: %', twice
            USING HINT = 'Rename or delete all but one of each group, then run this again.';
    END IF;
END
$$;

SELECT "${flyway:defaultSchema}".refuse_emails_that_are_there_twice();

DROP FUNCTION "${flyway:defaultSchema}".refuse_emails_that_are_there_twice();

-- The email stays as it was typed: what is unique is how it reads in lower case. "C" knows the
-- letters of ASCII, which is all that an email has here, and means the same on every server;
-- in a Turkish locale lower('I') is another letter.
-- lint: allow create-index-locks (one transaction with the look above and the end of the old rule)
CREATE UNIQUE INDEX users_email_idx ON "${flyway:defaultSchema}".users (lower(email COLLATE "C"));

-- The new rule holds before the old one goes: at no moment may an email be there twice.
ALTER TABLE "${flyway:defaultSchema}".users DROP CONSTRAINT users_email_key;
