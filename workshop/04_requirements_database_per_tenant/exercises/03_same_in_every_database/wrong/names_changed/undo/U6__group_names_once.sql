DROP TRIGGER groups_small_name ON "${flyway:defaultSchema}".groups;
DROP FUNCTION "${flyway:defaultSchema}".small_name();
