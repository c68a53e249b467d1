DROP POLICY todos_own_or_shown ON "${flyway:defaultSchema}".todos;

ALTER TABLE "${flyway:defaultSchema}".todos DISABLE ROW LEVEL SECURITY;

DROP FUNCTION "${flyway:defaultSchema}".current_user_id();

ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN @{flag};
