-- An address that was held off may try again at once.
DROP TABLE "${flyway:defaultSchema}".login_places;
DROP TABLE "${flyway:defaultSchema}".login_limits;
