INSERT INTO todos (title) VALUES ('Buy milk'), ('Call Bob'), ('Water the plants');

INSERT INTO reminders (todo_id, remind_at, target) VALUES
    (1, '2026-03-01 08:00+00', 'mail:ada@example.org'),
    (1, '2026-03-01 09:00+00', 'push:urn:device:7'),
    (2, '2026-03-02 08:00+00', 'bell'),
    (3, '2026-03-03 18:30+00', 'sms:+43 1 234567'),
    (3, '2026-03-03 18:45+00', 'bell:');
