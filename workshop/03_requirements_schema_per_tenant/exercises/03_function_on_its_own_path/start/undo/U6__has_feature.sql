DROP FUNCTION "${flyway:defaultSchema}".has_feature(text, text);
