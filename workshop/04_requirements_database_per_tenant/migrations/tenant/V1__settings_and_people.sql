-- One tenant's database: a schema, as each of the others has it in its own. No table here says whose
-- it is, and no file names another schema: the same files make every tenant.
CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

-- One row, always: the key can have one value only.
CREATE TABLE "${flyway:defaultSchema}".tenant_settings (
    only_row   boolean     NOT NULL DEFAULT true,
    settings   jsonb       NOT NULL DEFAULT '{}',
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT tenant_settings_pkey PRIMARY KEY (only_row),
    CONSTRAINT tenant_settings_one_row CHECK (only_row),
    CONSTRAINT tenant_settings_is_object CHECK (jsonb_typeof(settings) = 'object')
);

INSERT INTO "${flyway:defaultSchema}".tenant_settings DEFAULT VALUES;

CREATE TABLE "${flyway:defaultSchema}".person (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    email      varchar(254) NOT NULL,
    role       varchar(10)  NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_email_key UNIQUE (email),
    CONSTRAINT person_email_in_lower_case CHECK (email = lower(email)),
    CONSTRAINT person_role_known CHECK (role IN ('viewer', 'editor', 'owner'))
);

COMMENT ON COLUMN "${flyway:defaultSchema}".person.role IS
    'A viewer reads, an editor writes, an owner says who the others are.';

-- The database keeps the columns updated_at, not the application: then no writer can forget them.
CREATE FUNCTION "${flyway:defaultSchema}".touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE TRIGGER tenant_settings_touch_updated_at
    BEFORE UPDATE ON "${flyway:defaultSchema}".tenant_settings
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION "${flyway:defaultSchema}".touch_updated_at();

-- To the tenant's own role: the API logs in as it, to this database and to no other.
GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, UPDATE (settings) ON "${flyway:defaultSchema}".tenant_settings TO "${api_role}";
GRANT SELECT, INSERT, UPDATE (role), DELETE ON "${flyway:defaultSchema}".person TO "${api_role}";
