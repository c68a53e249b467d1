INSERT INTO requirements (title, text) VALUES ('It has a bell', 'One hears it.'), ('It has lights', NULL);
