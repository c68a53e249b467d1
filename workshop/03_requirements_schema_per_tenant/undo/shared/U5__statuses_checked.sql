-- A constraint that has been checked cannot be made unchecked: it is made anew.
ALTER TABLE "${flyway:defaultSchema}".tenant_registry
    DROP CONSTRAINT tenant_registry_status_known,
    ADD CONSTRAINT tenant_registry_status_known
        CHECK (status IN ('provisioning', 'active', 'suspended', 'failed', 'removing', 'arriving', 'moved'))
        NOT VALID;
