INSERT INTO notes (body) VALUES ('welcome; to your trial');
