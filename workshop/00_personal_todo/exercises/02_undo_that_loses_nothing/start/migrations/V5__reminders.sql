-- When a person wants to be told about a todo, and where.
CREATE TABLE "${flyway:defaultSchema}".reminders (
    id        bigint      GENERATED ALWAYS AS IDENTITY,
    todo_id   bigint      NOT NULL,
    remind_at timestamptz NOT NULL,
    target    text        NOT NULL,
    CONSTRAINT reminders_pkey PRIMARY KEY (id),
    CONSTRAINT reminders_todo_fkey FOREIGN KEY (todo_id)
        REFERENCES "${flyway:defaultSchema}".todos (id) ON DELETE CASCADE
);

CREATE INDEX reminders_todo_idx ON "${flyway:defaultSchema}".reminders (todo_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".reminders TO "${api_role}";
