DROP TABLE "${flyway:defaultSchema}".requirements;
DROP FUNCTION "${flyway:defaultSchema}".number_requirement();
DROP FUNCTION "${flyway:defaultSchema}".take_numbers(integer);
DROP TABLE "${flyway:defaultSchema}".requirement_counter;
