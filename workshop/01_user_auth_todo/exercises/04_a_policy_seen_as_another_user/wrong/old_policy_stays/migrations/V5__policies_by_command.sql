
CREATE POLICY todos_own ON "${flyway:defaultSchema}".todos TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()));

CREATE POLICY todos_shown ON "${flyway:defaultSchema}".todos FOR SELECT TO "${api_role}"
    USING (@{flag} AND (SELECT "${flyway:defaultSchema}".current_user_id()) IS NOT NULL);
