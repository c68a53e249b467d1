INSERT INTO person (email, role) VALUES ('ada@acme.example.com', 'owner');
INSERT INTO requirements (title) VALUES ('It has a bell'), ('It has lights'), ('It folds');
