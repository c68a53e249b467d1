-- What only a project has goes along under a name of its own: it is what it comes home with.
SELECT true AS only_row,
       settings || jsonb_build_object('project', jsonb_build_object(
           'id', id, 'name', name, 'created_at', created_at)) AS settings,
       settings_at AS updated_at
FROM "${flyway:defaultSchema}".projects
WHERE id = ${project}
