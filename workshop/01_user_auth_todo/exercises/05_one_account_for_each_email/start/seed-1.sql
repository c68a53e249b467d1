INSERT INTO users (email, password_hash, created_at) VALUES
    ('Ada@example.org', '$argon2id$1', '2025-01-01 10:00+00'),
    ('bob@example.org', '$argon2id$2', '2025-01-02 10:00+00'),
    ('ada@example.org', '$argon2id$3', '2025-01-03 10:00+00'),
    ('Grace@Example.org', '$argon2id$4', '2025-01-04 10:00+00'),
    ('ADA@EXAMPLE.ORG', '$argon2id$5', '2025-01-05 10:00+00');

INSERT INTO todos (user_id, title) VALUES
    (1, 'Ada: one'), (2, 'Bob: one'), (3, 'Ada: two'), (3, 'Ada: three'), (5, 'Ada: four'), (4, 'Grace: one');

INSERT INTO sessions (user_id, token_hash, expires_at, ends_at) VALUES
    (1, sha256('a'), '2030-01-01', '2030-01-01'),
    (3, sha256('b'), '2030-01-01', '2030-01-01'),
    (2, sha256('c'), '2030-01-01', '2030-01-01');
