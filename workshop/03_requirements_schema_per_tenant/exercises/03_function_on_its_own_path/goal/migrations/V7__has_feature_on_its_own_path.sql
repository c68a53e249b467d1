-- The path of the caller must not decide which tables this function reads: it runs with the rights of its
-- owner. pg_temp stands last, or a temporary table would be found first.
ALTER FUNCTION "${flyway:defaultSchema}".has_feature(text, text)
    SET search_path = "${flyway:defaultSchema}", pg_temp;
