INSERT INTO todos (title, is_completed) VALUES ('Read the lesson', true), ('Write to Grace', false);

INSERT INTO reminders (todo_id, remind_at, target) VALUES
    (2, '2026-05-01 07:00+00', 'bell'),
    (2, '2026-05-01 07:05+00', 'mail:grace@example.org'),
    (1, '2026-05-01 07:10+00', 'web:https://example.org:8443/hook'),
    (1, '2026-05-01 07:15+00', 'mail: linus@example.org '),
    (1, '2026-05-01 07:20+00', 'bell'),
    (2, '2026-05-01 07:25+00', 'web::1');
