DROP TABLE "${flyway:defaultSchema}".seen_events;
DROP TABLE "${flyway:defaultSchema}".signups_by_day;

REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
