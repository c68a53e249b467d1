CREATE TABLE "${flyway:defaultSchema}".@{thing.many} (
    id      bigint      GENERATED ALWAYS AS IDENTITY,
    todo_id bigint      NOT NULL,
    name    varchar(50) NOT NULL,
    CONSTRAINT @{thing.many}_pkey PRIMARY KEY (id),
    CONSTRAINT @{thing.many}_todo_name_key UNIQUE (todo_id, name),
    CONSTRAINT @{thing.many}_todo_fkey FOREIGN KEY (todo_id)
        REFERENCES "${flyway:defaultSchema}".todos (id) ON DELETE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".@{thing.many} TO "${api_role}";
