-- A constraint that has been checked cannot be made unchecked: it is made anew.
ALTER TABLE "${flyway:defaultSchema}".requirements
    DROP CONSTRAINT requirements_group_fkey,
    ADD CONSTRAINT requirements_group_fkey FOREIGN KEY (project_id, group_id)
        REFERENCES "${flyway:defaultSchema}".groups (project_id, id) NOT VALID;
