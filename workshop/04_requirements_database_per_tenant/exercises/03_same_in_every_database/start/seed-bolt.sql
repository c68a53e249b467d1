INSERT INTO groups (name) VALUES ('ÖL'), ('Bell'), ('bells');
