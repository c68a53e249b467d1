INSERT INTO todos (title) VALUES ('Buy milk'), ('Call Bob'), ('Pay the rent');
