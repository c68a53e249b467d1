INSERT INTO tenant_registry (tenant_name, domain, schema_name, api_key_hash, plan, status)
VALUES ('acme', 'acme.example.com', '03_tenant_acme', repeat('c3', 32), 'enterprise', 'active'),
       ('bolt', 'bolt.example.com', '03_tenant_bolt', repeat('d4', 32), 'trial', 'active'),
       ('cog', 'cog.example.com', '03_tenant_cog', repeat('e5', 32), 'standard', 'suspended');
