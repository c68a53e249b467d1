INSERT INTO todos (title, is_completed, @{column})
SELECT 'Todo ' || n, n % 3 = 0, n % 5 + 1 FROM generate_series(1, 3000) AS n;
