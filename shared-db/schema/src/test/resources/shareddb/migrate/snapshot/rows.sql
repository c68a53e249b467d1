SET search_path = kinds;
INSERT INTO "Odd ""one"", \ 'x'"
    ("a.b", raw, doc, list, at, span, exact, near, mood, short, class)
VALUES (E'\\N', '\x00ff0a5c', '{"a": "\\n\u00e4"}', '{NULL,"NULL","a,\"b",""}', 'infinity',
        '1 mon -2 days 03:04:05.000006', 'NaN', '-0', 'so so', 'ok', 'child'),
       (E'a\tb\nc\rd\\.', '', 'null', '{}', '-infinity', '-1 year', 1e-30, 0.1, NULL, '', NULL),
       (E'\\.', NULL, NULL, NULL, '0044-03-15 12:00:00.123456+00 BC', NULL, 123456789012345678901234567890.5,
        'infinity', 'good', NULL, NULL),
       ('ü😀', NULL, '[1.10, 1e400]', '[2:3]={x,y}', '2026-03-29 02:30:00.000001+02', NULL, NULL, 5e-324,
        NULL, NULL, 'pg_class');
INSERT INTO child VALUES (2, NULL, ''), (1, 2, '');
UPDATE child SET touched = 'by hand', parent = 1 WHERE id = 2;
INSERT INTO nothing DEFAULT VALUES;
INSERT INTO nothing DEFAULT VALUES;
INSERT INTO parts VALUES (1, '2019-01-01'), (2, '2019-01-02'), (3, '2026-01-01');
SET row_security = off;
INSERT INTO hidden VALUES (1), (2);
REFRESH MATERIALIZED VIEW summary;
SELECT setval('"The ""count"""', 7);
