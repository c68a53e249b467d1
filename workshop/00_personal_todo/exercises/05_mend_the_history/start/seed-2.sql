INSERT INTO tags (name) VALUES ('Garten'), ('später');
