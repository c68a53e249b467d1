DROP TABLE "${flyway:defaultSchema}".tenant_registry;
