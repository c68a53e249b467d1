INSERT INTO todos (title) VALUES ('Read the lesson');
