-- The second wall. The first is the API's own WHERE user_id = …; whoever forgets it there sees
-- nothing foreign all the same. It is no wall against SQL that an attacker can write: who may run
-- any statement may also set app.user_id.

-- Whose request this is: the API says SET LOCAL app.user_id in the transaction of each. Where it
-- did not, or where a transaction before it did, there is nothing or '': then it is nobody's.
CREATE FUNCTION "${flyway:defaultSchema}".current_user_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.user_id', true), '')::bigint;

-- ENABLE is for everybody but the owner; FORCE is for the owner too. (A superuser is above both.)
ALTER TABLE "${flyway:defaultSchema}".users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".todos ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- What the API sees and writes: its user's rows. USING is also the check of what is written. In
-- (SELECT …) the function is called once a statement; without it, it may be called once a row.
CREATE POLICY users_own ON "${flyway:defaultSchema}".users TO "${api_role}"
    USING (id = (SELECT "${flyway:defaultSchema}".current_user_id()));
CREATE POLICY sessions_own ON "${flyway:defaultSchema}".sessions TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()));
CREATE POLICY todos_own ON "${flyway:defaultSchema}".todos TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()));

-- Somebody who registers is nobody yet.
CREATE POLICY users_register ON "${flyway:defaultSchema}".users FOR INSERT TO "${api_role}"
    WITH CHECK (true);

-- The owner runs migrations, which must find every row, and the functions below. With FORCE that
-- has to be said: an owner who is no superuser would update no row, and get no error.
CREATE POLICY users_owner ON "${flyway:defaultSchema}".users TO CURRENT_USER USING (true);
CREATE POLICY sessions_owner ON "${flyway:defaultSchema}".sessions TO CURRENT_USER USING (true);
CREATE POLICY todos_owner ON "${flyway:defaultSchema}".todos TO CURRENT_USER USING (true);

-- A new todo belongs to whose request it is: nobody has to say so, and nobody can say otherwise.
ALTER TABLE "${flyway:defaultSchema}".todos
    ALTER COLUMN user_id SET DEFAULT "${flyway:defaultSchema}".current_user_id();

-- Three doors through the wall, for what happens before, or without, a user. SECURITY DEFINER runs
-- as the owner; each gives only what its one caller needs, for a key that must be known already.
-- search_path is pinned to our schema, where the API may make nothing, with pg_temp behind it: no table
-- of a caller's making is found in place of ours. And the bodies name no schema: a body is a text
-- between $$ and $$, and a schema's name may have $$ in it too.

CREATE FUNCTION "${flyway:defaultSchema}".credentials_of(wanted text)
    RETURNS TABLE (user_id bigint, password_hash text, password_changed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT users.id, users.password_hash, users.password_changed_at
    FROM users
    WHERE lower(users.email COLLATE "C") = lower(wanted COLLATE "C")
$$;

CREATE FUNCTION "${flyway:defaultSchema}".session_of(wanted bytea)
    RETURNS TABLE (session_id bigint, user_id bigint, expires_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT sessions.id, sessions.user_id, sessions.expires_at
    FROM sessions
    WHERE sessions.token_hash = wanted AND sessions.expires_at > now()
$$;

-- As many as are asked for and no more; two who clear away at once do not wait for one another.
CREATE FUNCTION "${flyway:defaultSchema}".remove_expired_sessions(at_most integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    WITH removed AS (
        DELETE FROM sessions
        WHERE id IN (
            SELECT id FROM sessions
            WHERE expires_at <= now()
            ORDER BY expires_at
            LIMIT at_most
            FOR UPDATE SKIP LOCKED)
        RETURNING 1
    )
    SELECT count(*)::integer FROM removed
$$;

-- A function may be called by everybody until that is taken back.
REVOKE EXECUTE ON FUNCTION
    "${flyway:defaultSchema}".current_user_id(),
    "${flyway:defaultSchema}".credentials_of(text),
    "${flyway:defaultSchema}".session_of(bytea),
    "${flyway:defaultSchema}".remove_expired_sessions(integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    "${flyway:defaultSchema}".current_user_id(),
    "${flyway:defaultSchema}".credentials_of(text),
    "${flyway:defaultSchema}".session_of(bytea),
    "${flyway:defaultSchema}".remove_expired_sessions(integer)
    TO "${api_role}";
