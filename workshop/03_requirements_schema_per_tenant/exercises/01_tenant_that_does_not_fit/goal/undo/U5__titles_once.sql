-- Titles that were changed stay as they are: cell_history tells what they were.
ALTER TABLE "${flyway:defaultSchema}".requirements DROP CONSTRAINT requirements_title_key;
