-- The constraint goes with the column. The counts stay.
ALTER TABLE "${flyway:defaultSchema}".login_limits DROP COLUMN kind;
