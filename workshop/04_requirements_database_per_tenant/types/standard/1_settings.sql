UPDATE "${flyway:defaultSchema}".tenant_settings SET settings = '{"language": "en"}';
