-- Something to look at on the first day. What is added gets its number from the database here too.
INSERT INTO "${flyway:defaultSchema}".groups (name) VALUES ('Bicycle');

INSERT INTO "${flyway:defaultSchema}".requirements (title, status, priority, group_id)
SELECT example.title, example.status, example.priority, groups.id
FROM (VALUES
    ('It has a bell', 'approved', 'high'),
    ('It has lights', 'draft', 'high'),
    ('It folds', 'rejected', 'low')
) AS example (title, status, priority)
CROSS JOIN "${flyway:defaultSchema}".groups AS groups
WHERE groups.name = 'Bicycle';
