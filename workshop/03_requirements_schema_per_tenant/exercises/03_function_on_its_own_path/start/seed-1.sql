INSERT INTO tenant_registry (tenant_name, domain, schema_name, api_key_hash, plan, status)
VALUES ('acme', 'acme.example.com', '03_tenant_acme', repeat('a1', 32), 'enterprise', 'active'),
       ('bolt', 'bolt.example.com', '03_tenant_bolt', repeat('b2', 32), 'trial', 'active');
