INSERT INTO person (email, role) VALUES ('bob@bolt.example.com', 'owner');
INSERT INTO requirements (title, status)
VALUES ('It folds', 'draft'), ('It stands', 'done'), ('It folds', 'approved'), ('It stands', 'draft'),
       ('It folds', 'rejected'), ('it folds', 'draft'), ('It stands alone', 'draft');

-- The order in which the rows lie is not the order of their numbers.
UPDATE requirements SET text = 'Changed later' WHERE number = 1;
