DROP FUNCTION "${flyway:defaultSchema}".take_sign_up(uuid, bigint, text, timestamptz);
