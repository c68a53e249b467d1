-- One rule for what is seen, another one for what is written. Policies for the same command are joined by OR, so the
-- old one goes: it would allow again what the new ones do not.
DROP POLICY todos_own_or_shown ON "${flyway:defaultSchema}".todos;

-- All commands: the user's own. USING is also the check of what is written, so a todo cannot be given away.
CREATE POLICY todos_own ON "${flyway:defaultSchema}".todos TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()));

CREATE POLICY todos_shown ON "${flyway:defaultSchema}".todos FOR SELECT TO "${api_role}"
    USING (@{flag});
