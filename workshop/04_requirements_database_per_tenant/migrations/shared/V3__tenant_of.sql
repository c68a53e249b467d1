-- The one door for the API's login: from a key or a host to its tenant. It has no right on the
-- registry itself, so it cannot list who else is a customer. SECURITY DEFINER runs as the owner,
-- with search_path pinned to our schema, where the API may make nothing, and pg_temp behind it: no table
-- of a caller's making is found in place of ours.
-- There are two rows where the key is of one tenant and the host of another: whoever asks sees it.
CREATE FUNCTION "${flyway:defaultSchema}".tenant_of(key_hash text, host text)
    RETURNS TABLE (tenant_name text, server_name text, database_name text, schema_name text, status text,
                   has_key boolean, has_host boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    ROWS 1
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT tenant_name, server_name, database_name, schema_name, status,
           coalesce(api_key_hash = key_hash, false), coalesce(domain = host, false)
    FROM tenant_registry
    WHERE api_key_hash = key_hash OR domain = host
$$;

-- A function may be called by everybody until that is taken back.
REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".tenant_of(text, text) FROM PUBLIC;

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT EXECUTE ON FUNCTION "${flyway:defaultSchema}".tenant_of(text, text) TO "${api_role}";
