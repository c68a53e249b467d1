COMMENT ON COLUMN "${flyway:defaultSchema}".todos.@{column} IS 'Required.';
