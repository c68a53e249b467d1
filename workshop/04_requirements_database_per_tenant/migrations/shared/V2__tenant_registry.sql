-- Who the tenants are, and where: the list from which the fleet's targets come, and the first question
-- of each request. A database without a row here is nobody's, and a row without a database is not
-- served. Nothing but this row joins the two: no foreign key reaches into another database.
CREATE TABLE "${flyway:defaultSchema}".tenant_registry (
    id            bigint      GENERATED ALWAYS AS IDENTITY,
    tenant_name   text        NOT NULL,
    domain        text        NOT NULL,
    server_name   text        NOT NULL DEFAULT 'main',
    database_name text        NOT NULL,
    schema_name   text        NOT NULL,
    api_key_hash  text        NOT NULL,
    type          text        NOT NULL DEFAULT 'standard',
    plan          text        NOT NULL DEFAULT 'standard',
    status        text        NOT NULL DEFAULT 'provisioning',
    is_active     boolean     NOT NULL GENERATED ALWAYS AS (status = 'active') STORED,
    failure       text,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT tenant_registry_pkey PRIMARY KEY (id),
    CONSTRAINT tenant_registry_tenant_name_key UNIQUE (tenant_name),
    CONSTRAINT tenant_registry_domain_key UNIQUE (domain),
    CONSTRAINT tenant_registry_database_name_key UNIQUE (database_name),
    CONSTRAINT tenant_registry_schema_name_key UNIQUE (schema_name),
    CONSTRAINT tenant_registry_api_key_hash_key UNIQUE (api_key_hash),
    CONSTRAINT tenant_registry_tenant_name_form CHECK (tenant_name ~ '^[a-z][a-z0-9_]{0,39}$'),
    CONSTRAINT tenant_registry_server_name_form CHECK (server_name ~ '^[a-z][a-z0-9_]{0,39}$'),
    CONSTRAINT tenant_registry_domain_in_lower_case CHECK (domain = lower(domain) AND domain ~ '\S'),
    CONSTRAINT tenant_registry_api_key_hash_form CHECK (api_key_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT tenant_registry_status_known
        CHECK (status IN ('provisioning', 'active', 'suspended', 'failed', 'removing')),
    CONSTRAINT tenant_registry_plan_fkey FOREIGN KEY (plan) REFERENCES "${flyway:defaultSchema}".plan (code)
);

CREATE INDEX tenant_registry_status_idx ON "${flyway:defaultSchema}".tenant_registry (status, id);
CREATE INDEX tenant_registry_plan_idx ON "${flyway:defaultSchema}".tenant_registry (plan);

-- Whoever adds a tenant counts them.
CREATE INDEX tenant_registry_server_idx ON "${flyway:defaultSchema}".tenant_registry (server_name);

COMMENT ON COLUMN "${flyway:defaultSchema}".tenant_registry.server_name IS
    'A name of the settings: main, or the east of POSTGRES_SERVER_EAST. Addresses and passwords are there.';
COMMENT ON COLUMN "${flyway:defaultSchema}".tenant_registry.schema_name IS
    'Where the tenant is in its database. Written once: a tenant that is renamed stays where it is.';
COMMENT ON COLUMN "${flyway:defaultSchema}".tenant_registry.api_key_hash IS
    'SHA-256 of the key, in hexadecimal digits; the key itself is shown once and kept by nobody.';
COMMENT ON COLUMN "${flyway:defaultSchema}".tenant_registry.type IS
    'The template that it was made from: a folder of seed data.';
COMMENT ON COLUMN "${flyway:defaultSchema}".tenant_registry.failure IS 'Why it is failed.';

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

-- Without a condition on whole rows: a generated column has no value yet before the row is written.
CREATE TRIGGER tenant_registry_touch_updated_at
    BEFORE UPDATE ON "${flyway:defaultSchema}".tenant_registry
    FOR EACH ROW
    EXECUTE FUNCTION "${flyway:defaultSchema}".touch_updated_at();
