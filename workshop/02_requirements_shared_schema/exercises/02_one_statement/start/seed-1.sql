INSERT INTO projects (id, name) OVERRIDING SYSTEM VALUE VALUES (1, 'Bicycle'), (2, 'Tram');

INSERT INTO groups (id, project_id, name) OVERRIDING SYSTEM VALUE
VALUES (1, 1, 'Wheels'), (2, 1, 'Frame'), (3, 1, 'Lights'), (4, 1, 'Brakes'), (5, 2, 'Frame');

INSERT INTO requirements (project_id, group_id, title)
VALUES (1, 2, 'It folds'), (1, 4, 'It stops'), (1, 1, 'It has two'), (1, 4, 'It stops in the rain'),
       (1, NULL, 'It is in no group'), (2, 5, 'It runs on rails');

-- The order in which rows lie is not their order in the answer.
UPDATE requirements SET text = 'Also downhill' WHERE project_id = 1 AND number = 2;
