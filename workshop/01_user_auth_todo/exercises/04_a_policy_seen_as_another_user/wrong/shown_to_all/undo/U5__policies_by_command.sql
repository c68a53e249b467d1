DROP POLICY todos_shown ON "${flyway:defaultSchema}".todos;
DROP POLICY todos_own ON "${flyway:defaultSchema}".todos;

CREATE POLICY todos_own_or_shown ON "${flyway:defaultSchema}".todos TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()) OR @{flag});
