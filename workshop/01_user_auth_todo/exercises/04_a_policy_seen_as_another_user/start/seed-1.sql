INSERT INTO users (email, password_hash) VALUES
    ('ada@example.org', '$argon2id$1'), ('bob@example.org', '$argon2id$2'), ('eve@example.org', '$argon2id$3');
INSERT INTO todos (user_id, title, @{flag}) VALUES
    (1, 'Ada: secret', false), (1, 'Ada: for all', true), (2, 'Bob: secret', false), (2, 'Bob: for all', true);
