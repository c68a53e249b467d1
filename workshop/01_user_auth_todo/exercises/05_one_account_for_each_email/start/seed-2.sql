INSERT INTO users (email, password_hash)
SELECT CASE WHEN n % 10 = 0 THEN 'User' ELSE 'user' END || (n % 40) || '@example.org', '$argon2id$' || n
FROM generate_series(1, 39) AS n;
INSERT INTO users (email, password_hash)
SELECT CASE WHEN n % 10 = 0 THEN 'user' ELSE 'USER' END || n || '@example.org', '$argon2id$' || 100 + n
FROM generate_series(5, 35, 5) AS n;

INSERT INTO todos (user_id, title) SELECT id, 'Todo of ' || id FROM users;
INSERT INTO sessions (user_id, token_hash, expires_at, ends_at)
SELECT id, sha256(id::text::bytea), '2030-01-01', '2030-01-01' FROM users;
