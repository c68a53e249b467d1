INSERT INTO todos (title) VALUES ('Buy milk');
INSERT INTO tags (name) VALUES ('home'), ('work'), ('urgent');
