ALTER FUNCTION "${flyway:defaultSchema}".has_feature(text, text) SECURITY DEFINER RESET search_path;
