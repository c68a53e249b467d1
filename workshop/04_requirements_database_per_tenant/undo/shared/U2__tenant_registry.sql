-- The tenants' databases stay, and nothing says any more whose they are: take a snapshot first.
DROP TABLE "${flyway:defaultSchema}".tenant_registry;

DROP FUNCTION "${flyway:defaultSchema}".touch_updated_at();
