-- A tenant may come from another pattern, and go to one. Until it is here, or when it is not any
-- more, its row says so; a request with its key is told where it is served.
ALTER TABLE "${flyway:defaultSchema}".tenant_registry
    ADD COLUMN moved_to text,
    DROP CONSTRAINT tenant_registry_status_known,
    ADD CONSTRAINT tenant_registry_status_known
        CHECK (status IN ('provisioning', 'active', 'suspended', 'failed', 'removing', 'arriving', 'moved'))
        NOT VALID;

COMMENT ON COLUMN "${flyway:defaultSchema}".tenant_registry.moved_to IS 'Who serves it, where it has moved.';

-- Another form of answer is another function: what calls the one of V3 goes on.
CREATE FUNCTION "${flyway:defaultSchema}".tenant_found(key_hash text, host text)
    RETURNS TABLE (
        tenant_name text, server_name text, database_name text, schema_name text, status text, moved_to text,
        has_key boolean, has_host boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    ROWS 1
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT tenant_name, server_name, database_name, schema_name, status, moved_to,
           coalesce(api_key_hash = key_hash, false), coalesce(domain = host, false)
    FROM tenant_registry
    WHERE api_key_hash = key_hash OR domain = host
$$;

REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".tenant_found(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "${flyway:defaultSchema}".tenant_found(text, text) TO "${api_role}";
