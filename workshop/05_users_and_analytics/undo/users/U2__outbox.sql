-- What was not delivered yet is lost with it: look at the backlog first.
DROP TRIGGER users_tell_of_sign_up ON "${flyway:defaultSchema}".users;
DROP FUNCTION "${flyway:defaultSchema}".tell_of_sign_up();
DROP TABLE "${flyway:defaultSchema}".outbox;
