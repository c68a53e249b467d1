-- May be null for now: the program fills it in, for new rows and little by little for the old ones.
ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN @{column} smallint;
