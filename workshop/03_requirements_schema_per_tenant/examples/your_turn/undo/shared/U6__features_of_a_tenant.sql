DROP FUNCTION "${flyway:defaultSchema}".tenant_with_features(text, text);
