INSERT INTO todos (title, is_completed, @{column})
SELECT 'Thing ' || n, n % 2 = 0, 1 FROM generate_series(1, 7) AS n;
