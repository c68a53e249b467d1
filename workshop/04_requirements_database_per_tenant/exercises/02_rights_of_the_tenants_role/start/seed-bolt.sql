INSERT INTO person (email, role) VALUES ('bob@bolt.example.com', 'owner');
INSERT INTO groups (name) VALUES ('Frame');
INSERT INTO requirements (title, group_id) SELECT 'It folds', id FROM groups;
