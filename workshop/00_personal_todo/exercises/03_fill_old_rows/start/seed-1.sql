INSERT INTO todos (title, is_completed, created_at, updated_at) VALUES
    ('Water the plants', false, '2025-01-02 10:00+00', '2025-01-02 10:00+00'),
    ('Call Ada', true, '2025-01-03 10:00+00', '2025-02-01 08:30+00'),
    ('Read chapter 3', false, '2025-01-04 10:00+00', '2025-01-04 10:00+00'),
    ('Pay the rent', true, '2025-01-05 10:00+00', '2025-01-06 12:00+00'),
    ('Mend the lamp', false, '2025-01-06 10:00+00', '2025-01-06 10:00+00'),
    ('Send the letter', true, '2025-01-07 10:00+00', '2025-01-08 09:15+00'),
    ('Buy bread', false, '2025-01-08 10:00+00', '2025-01-08 10:00+00');
