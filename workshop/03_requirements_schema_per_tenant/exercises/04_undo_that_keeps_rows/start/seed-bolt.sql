INSERT INTO person (email, role) VALUES ('bob@bolt.example.com', 'owner');
