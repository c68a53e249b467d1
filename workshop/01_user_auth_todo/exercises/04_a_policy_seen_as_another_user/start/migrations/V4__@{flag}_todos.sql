ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN @{flag} boolean NOT NULL DEFAULT false;

-- Whose request this is: the API says SET LOCAL app.user_id in each transaction. Else it is null.
CREATE FUNCTION "${flyway:defaultSchema}".current_user_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.user_id', true), '')::bigint;

ALTER TABLE "${flyway:defaultSchema}".todos ENABLE ROW LEVEL SECURITY;

-- Own todos, and those that others show.
CREATE POLICY todos_own_or_shown ON "${flyway:defaultSchema}".todos TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()) OR @{flag});
