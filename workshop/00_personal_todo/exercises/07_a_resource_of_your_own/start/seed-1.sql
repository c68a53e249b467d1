INSERT INTO todos (title) VALUES ('Buy milk'), ('Call Bob');
INSERT INTO @{thing.many} (todo_id, name) VALUES (2, 'work');
