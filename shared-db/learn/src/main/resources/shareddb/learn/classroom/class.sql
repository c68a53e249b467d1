-- The instructor's tables, and the rights of all learners. Two commands may run it at once.
DO $do$
BEGIN
    CREATE ROLE ${learners} NOLOGIN;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$do$;
DO $do$
BEGIN
    CREATE ROLE ${apis} NOLOGIN;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$do$;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${database} TO ${learners};
GRANT CONNECT ON DATABASE ${database} TO ${apis};

CREATE SCHEMA IF NOT EXISTS class;
GRANT USAGE ON SCHEMA class TO ${learners};

CREATE TABLE IF NOT EXISTS class.learner (
    name text PRIMARY KEY,
    email text,
    added_at timestamptz NOT NULL DEFAULT now()
);

-- Written by the learners themselves, so each value has a limit. The instructor is a superuser and reads
-- this table, never an object that belongs to a learner: a view of a learner could run code as the reader.
CREATE TABLE IF NOT EXISTS class.progress (
    learner text NOT NULL DEFAULT current_user REFERENCES class.learner ON DELETE CASCADE,
    exercise text NOT NULL CHECK (exercise ~ '^[0-9]{2}\.[0-9]{1,3}$'),
    passed boolean NOT NULL,
    tries integer NOT NULL CHECK (tries >= 0),
    seen_at timestamptz NOT NULL DEFAULT now(),
    passed_at timestamptz,
    checks jsonb NOT NULL DEFAULT '[]'
        CHECK (jsonb_typeof(checks) = 'array' AND pg_column_size(checks) < 100000),
    PRIMARY KEY (learner, exercise)
);
ALTER TABLE class.progress ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON class.progress
    USING (learner = current_user) WITH CHECK (learner = current_user);
GRANT SELECT, INSERT, UPDATE, DELETE ON class.progress TO ${learners};
