INSERT INTO groups (name) VALUES ('Bicycle'), ('Räder'), ('Lights');
