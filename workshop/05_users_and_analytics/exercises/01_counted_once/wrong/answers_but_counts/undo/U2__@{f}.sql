DROP FUNCTION "${flyway:defaultSchema}".@{f}(uuid, date);
