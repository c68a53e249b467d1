-- The session that applies this has the right path from here on.
SET search_path = "${flyway:defaultSchema}";

ALTER FUNCTION "${flyway:defaultSchema}".has_feature(text, text) STABLE;
