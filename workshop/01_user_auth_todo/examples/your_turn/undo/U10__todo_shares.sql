-- Who shares what with whom is lost.
DROP POLICY todos_shared ON "${flyway:defaultSchema}".todos;
DROP TABLE "${flyway:defaultSchema}".todo_shares;
ALTER TABLE "${flyway:defaultSchema}".todos DROP CONSTRAINT todos_of_user_key;
