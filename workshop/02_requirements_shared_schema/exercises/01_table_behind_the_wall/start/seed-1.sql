INSERT INTO users (id, email) OVERRIDING SYSTEM VALUE
VALUES (1, 'ada@example.org'), (2, 'bob@example.org'), (3, 'cleo@example.org'), (4, 'dora@example.org');

INSERT INTO projects (id, name) OVERRIDING SYSTEM VALUE
VALUES (1, 'Bicycle'), (2, 'Tram');

INSERT INTO user_projects (project_id, user_id, role)
VALUES (1, 1, 'owner'), (1, 2, 'viewer'), (1, 4, 'editor'), (2, 3, 'owner');

INSERT INTO requirements (project_id, title) VALUES (1, 'It has a bell'), (1, 'It folds'), (2, 'It runs on rails');
