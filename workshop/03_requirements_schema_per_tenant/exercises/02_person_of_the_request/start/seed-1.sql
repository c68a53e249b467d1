INSERT INTO person (email, role)
VALUES ('@{p.a}@acme.example.com', 'owner'), ('@{p.b}@acme.example.com', 'editor'), ('@{p.c}@acme.example.com', 'viewer');

INSERT INTO requirements (title) VALUES ('It has a bell'), ('It has a horn');
