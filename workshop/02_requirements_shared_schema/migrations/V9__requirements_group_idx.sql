-- For one group's requirements; and for whoever removes a group, which must find that none is in it.
CREATE INDEX CONCURRENTLY requirements_group_idx
    ON "${flyway:defaultSchema}".requirements (project_id, group_id, number);
