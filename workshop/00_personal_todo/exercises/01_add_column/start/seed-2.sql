INSERT INTO todos (title, description, is_completed)
SELECT 'Todo ' || n, 'the ' || n || 'th', n % 3 = 0 FROM generate_series(1, 40) AS n;
