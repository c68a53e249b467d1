INSERT INTO todos (title, is_completed) VALUES
    ('Water the plants', false), ('Call Ada', true), ('Read chapter 3', false);
