-- Whether a tenant's plan has a feature. The API may call it, and read neither table.
CREATE FUNCTION "${flyway:defaultSchema}".has_feature(tenant text, wanted text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
AS $$
BEGIN
    RETURN EXISTS (
        SELECT
        FROM tenant_registry AS t
        JOIN plan_feature AS f ON f.plan = t.plan
        WHERE t.tenant_name = tenant AND f.feature = wanted);
END
$$;

REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".has_feature(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "${flyway:defaultSchema}".has_feature(text, text) TO "${api_role}";
