INSERT INTO users (email, password_hash) VALUES ('ada@example.org', '$argon2id$1'), ('bob@example.org', '$argon2id$2');
INSERT INTO todos (user_id, title) VALUES (1, 'Buy milk'), (2, 'Call Ada');
INSERT INTO @{log} (user_id, what) VALUES (1, 'registered'), (2, 'registered'), (1, 'password changed');
