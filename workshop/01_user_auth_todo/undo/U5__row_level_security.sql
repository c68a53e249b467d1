DROP FUNCTION "${flyway:defaultSchema}".remove_expired_sessions(integer);
DROP FUNCTION "${flyway:defaultSchema}".session_of(bytea);
DROP FUNCTION "${flyway:defaultSchema}".credentials_of(text);

ALTER TABLE "${flyway:defaultSchema}".todos ALTER COLUMN user_id DROP DEFAULT;

DROP POLICY todos_owner ON "${flyway:defaultSchema}".todos;
DROP POLICY sessions_owner ON "${flyway:defaultSchema}".sessions;
DROP POLICY users_owner ON "${flyway:defaultSchema}".users;
DROP POLICY users_register ON "${flyway:defaultSchema}".users;
DROP POLICY todos_own ON "${flyway:defaultSchema}".todos;
DROP POLICY sessions_own ON "${flyway:defaultSchema}".sessions;
DROP POLICY users_own ON "${flyway:defaultSchema}".users;

-- The wall goes last: while the policies are being dropped, no user sees more than before.
ALTER TABLE "${flyway:defaultSchema}".todos DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".sessions DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".users DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;

DROP FUNCTION "${flyway:defaultSchema}".current_user_id();
