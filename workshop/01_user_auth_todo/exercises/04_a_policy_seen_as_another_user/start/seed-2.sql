INSERT INTO users (email, password_hash) SELECT 'user' || n || '@example.org', '$argon2id$' || n FROM generate_series(1, 3) AS n;
INSERT INTO todos (user_id, title, @{flag}) VALUES
    (1, 'one: secret', false), (1, 'one: for all', true), (2, 'two: secret', false), (2, 'two: for all', true);
