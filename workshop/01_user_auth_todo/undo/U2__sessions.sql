-- Everybody is logged out. Nothing else is lost: to log in again makes a new session.
DROP TABLE "${flyway:defaultSchema}".sessions;
