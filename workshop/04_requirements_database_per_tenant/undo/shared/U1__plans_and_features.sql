-- The schema itself stays: the history, which remembers this undo too, lives in it.
DROP TABLE "${flyway:defaultSchema}".plan_feature;
DROP TABLE "${flyway:defaultSchema}".feature;
DROP TABLE "${flyway:defaultSchema}".plan;
