INSERT INTO todos (title) SELECT 'Todo ' || n FROM generate_series(1, 100) AS n;
