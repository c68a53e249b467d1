ALTER FUNCTION "${flyway:defaultSchema}".has_feature(text, text) RESET search_path;
