-- With whom a todo is shared. The row says the owner too: were the policy of this table to look into
-- todos, and that of todos into this one, Postgres would refuse both as endless.
-- lint: allow constraint-index-locks (for the foreign key below; a todo's id is unique already)
ALTER TABLE "${flyway:defaultSchema}".todos ADD CONSTRAINT todos_of_user_key UNIQUE (id, user_id);

CREATE TABLE "${flyway:defaultSchema}".todo_shares (
    todo_id  bigint NOT NULL,
    owner_id bigint NOT NULL DEFAULT "${flyway:defaultSchema}".current_user_id(),
    user_id  bigint NOT NULL,
    CONSTRAINT todo_shares_pkey PRIMARY KEY (todo_id, user_id),
    CONSTRAINT todo_shares_not_with_oneself CHECK (user_id <> owner_id),
    CONSTRAINT todo_shares_todo_fkey FOREIGN KEY (todo_id, owner_id)
        REFERENCES "${flyway:defaultSchema}".todos (id, user_id) ON DELETE CASCADE,
    CONSTRAINT todo_shares_user_fkey FOREIGN KEY (user_id)
        REFERENCES "${flyway:defaultSchema}".users (id) ON DELETE CASCADE
);

CREATE INDEX todo_shares_user_idx ON "${flyway:defaultSchema}".todo_shares (user_id);
CREATE INDEX todo_shares_todo_idx ON "${flyway:defaultSchema}".todo_shares (todo_id, owner_id);

ALTER TABLE "${flyway:defaultSchema}".todo_shares ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- The owner writes and takes back; the other user only sees.
CREATE POLICY todo_shares_own ON "${flyway:defaultSchema}".todo_shares TO "${api_role}"
    USING (owner_id = (SELECT "${flyway:defaultSchema}".current_user_id()));
CREATE POLICY todo_shares_with_me ON "${flyway:defaultSchema}".todo_shares FOR SELECT TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()));
CREATE POLICY todo_shares_owner ON "${flyway:defaultSchema}".todo_shares TO CURRENT_USER USING (true);

-- For SELECT alone: Bob reads the todo, and only Ada changes it.
CREATE POLICY todos_shared ON "${flyway:defaultSchema}".todos FOR SELECT TO "${api_role}"
    USING (id IN (SELECT todo_id FROM "${flyway:defaultSchema}".todo_shares
                  WHERE user_id = (SELECT "${flyway:defaultSchema}".current_user_id())));

GRANT SELECT, INSERT, DELETE ON "${flyway:defaultSchema}".todo_shares TO "${api_role}";
