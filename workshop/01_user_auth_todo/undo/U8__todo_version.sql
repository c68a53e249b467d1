-- The versions are lost: after the next upgrade every todo begins at 1 again.
ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN version;
