-- What one person wants to get done, and whose it is.
CREATE TABLE "${flyway:defaultSchema}".todos (
    id           bigint       GENERATED ALWAYS AS IDENTITY,
    user_id      bigint       NOT NULL,
    title        varchar(255) NOT NULL,
    description  text,
    is_completed boolean      NOT NULL DEFAULT false,
    created_at   timestamptz  NOT NULL DEFAULT now(),
    updated_at   timestamptz  NOT NULL DEFAULT now(),
    deleted_at   timestamptz,
    CONSTRAINT todos_pkey PRIMARY KEY (id),
    CONSTRAINT todos_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT todos_user_fkey FOREIGN KEY (user_id)
        REFERENCES "${flyway:defaultSchema}".users (id) ON DELETE CASCADE
);

COMMENT ON COLUMN "${flyway:defaultSchema}".todos.updated_at IS
    'When the row last changed; kept by the trigger todos_touch_updated_at.';
COMMENT ON COLUMN "${flyway:defaultSchema}".todos.deleted_at IS
    'When it was put into the bin; null while it is in use.';

-- Every question begins with whose todos they are, so the index does: one person's, newest first,
-- cost the same however many todos others have. It serves the foreign key as well.
CREATE INDEX todos_user_idx ON "${flyway:defaultSchema}".todos (user_id, id);

-- The database keeps the column, not the application: then no writer can forget it.
CREATE FUNCTION "${flyway:defaultSchema}".touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE TRIGGER todos_touch_updated_at
    BEFORE UPDATE ON "${flyway:defaultSchema}".todos
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION "${flyway:defaultSchema}".touch_updated_at();

GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".todos TO "${api_role}";
