INSERT INTO users (email, password_hash) SELECT 'user' || n || '@example.org', '$argon2id$' || n FROM generate_series(1, 20) AS n;
INSERT INTO todos (user_id, title) SELECT n, 'Todo ' || n FROM generate_series(1, 20) AS n;
INSERT INTO @{log} (user_id, what) SELECT n, 'registered' FROM generate_series(1, 20) AS n;
