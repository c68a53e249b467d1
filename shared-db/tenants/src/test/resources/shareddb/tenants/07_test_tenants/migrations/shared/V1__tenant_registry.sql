CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

CREATE TABLE "${flyway:defaultSchema}".tenant_registry (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_name  text        NOT NULL UNIQUE CHECK (tenant_name ~ '^[a-z][a-z0-9_]{0,39}$'),
    domain       text        NOT NULL UNIQUE CHECK (domain = lower(domain)),
    schema_name  text        NOT NULL UNIQUE,
    api_key_hash text        NOT NULL UNIQUE CHECK (api_key_hash ~ '^[0-9a-f]{64}$'),
    type         text        NOT NULL DEFAULT 'standard',
    plan         text        NOT NULL DEFAULT 'standard',
    status       text        NOT NULL DEFAULT 'provisioning'
        CHECK (status IN ('provisioning', 'active', 'suspended', 'failed', 'removing')),
    is_active    boolean     NOT NULL GENERATED ALWAYS AS (status = 'active') STORED,
    failure      text,
    -- A module may have more of them.
    server_name  text        NOT NULL DEFAULT 'here',
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);
