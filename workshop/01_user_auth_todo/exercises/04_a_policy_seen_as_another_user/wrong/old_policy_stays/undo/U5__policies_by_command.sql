DROP POLICY todos_shown ON "${flyway:defaultSchema}".todos;
DROP POLICY todos_own ON "${flyway:defaultSchema}".todos;

