DROP POLICY todos_seen ON "${flyway:defaultSchema}".todos;
DROP POLICY todos_added ON "${flyway:defaultSchema}".todos;
DROP POLICY todos_changed ON "${flyway:defaultSchema}".todos;
DROP POLICY todos_deleted ON "${flyway:defaultSchema}".todos;
CREATE POLICY todos_own_or_shown ON "${flyway:defaultSchema}".todos TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()) OR @{flag});
