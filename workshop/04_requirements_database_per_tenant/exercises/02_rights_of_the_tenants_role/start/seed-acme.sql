INSERT INTO person (email, role) VALUES ('ada@acme.example.com', 'owner'), ('eve@acme.example.com', 'viewer');
INSERT INTO requirements (title) VALUES ('It has a bell'), ('It has lights');
