INSERT INTO users (email) VALUES ('old@two.example'), ('bob@two.example');
INSERT INTO outbox (kind, domain) VALUES ('signed_up', 'two.example'), ('signed_up', 'two.example');
