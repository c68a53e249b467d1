-- Nothing is lost: people has all of it.
DROP FUNCTION "${flyway:defaultSchema}".rebuild_@{t}();
DROP TABLE "${flyway:defaultSchema}".@{t};
