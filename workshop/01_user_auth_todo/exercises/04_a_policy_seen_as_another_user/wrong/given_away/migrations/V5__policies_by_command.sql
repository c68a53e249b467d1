DROP POLICY todos_own_or_shown ON "${flyway:defaultSchema}".todos;

CREATE POLICY todos_seen ON "${flyway:defaultSchema}".todos FOR SELECT TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()) OR (@{flag} AND (SELECT "${flyway:defaultSchema}".current_user_id()) IS NOT NULL));
CREATE POLICY todos_added ON "${flyway:defaultSchema}".todos FOR INSERT TO "${api_role}"
    WITH CHECK (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()));
CREATE POLICY todos_changed ON "${flyway:defaultSchema}".todos FOR UPDATE TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id())) WITH CHECK (true);
CREATE POLICY todos_deleted ON "${flyway:defaultSchema}".todos FOR DELETE TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()));
