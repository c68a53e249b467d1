-- Fails while a tenant arrives or has moved: its row would be one of a tenant that is here.
DROP FUNCTION "${flyway:defaultSchema}".tenant_found(text, text);
ALTER TABLE "${flyway:defaultSchema}".tenant_registry
    DROP COLUMN moved_to,
    DROP CONSTRAINT tenant_registry_status_known,
    ADD CONSTRAINT tenant_registry_status_known
        CHECK (status IN ('provisioning', 'active', 'suspended', 'failed', 'removing'));
