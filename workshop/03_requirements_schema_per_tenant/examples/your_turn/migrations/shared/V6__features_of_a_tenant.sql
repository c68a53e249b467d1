-- The door of V4, which also says what the tenant has bought. Another form of answer is another
-- function: a program that calls the one of V4 goes on.
CREATE FUNCTION "${flyway:defaultSchema}".tenant_with_features(key_hash text, host text)
    RETURNS TABLE (
        tenant_name text, schema_name text, status text, moved_to text, has_key boolean, has_host boolean,
        features text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    ROWS 1
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT tenant_name, schema_name, status, moved_to,
           coalesce(api_key_hash = key_hash, false), coalesce(domain = host, false),
           ARRAY(SELECT feature FROM plan_feature
                 WHERE plan_feature.plan = tenant_registry.plan ORDER BY feature)
    FROM tenant_registry
    WHERE api_key_hash = key_hash OR domain = host
$$;

REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".tenant_with_features(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "${flyway:defaultSchema}".tenant_with_features(text, text) TO "${api_role}";
