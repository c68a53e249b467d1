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
-- For every session in this database. A learner cannot lift the second limit, which only a superuser may set.
ALTER DATABASE ${database} SET idle_in_transaction_session_timeout = '10min';
DO $do$
BEGIN
    ALTER DATABASE ${database} SET temp_file_limit = '1GB';
EXCEPTION
    WHEN insufficient_privilege THEN NULL;
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
-- these tables, never an object that belongs to a learner: a learner's view could run code as the reader.
CREATE TABLE IF NOT EXISTS class.progress (
    learner text NOT NULL DEFAULT current_user REFERENCES class.learner ON DELETE CASCADE,
    exercise text NOT NULL CHECK (exercise ~ '^[0-9]{2}\.[0-9]{1,2}$'),
    tries integer NOT NULL CHECK (tries >= 0),
    hints integer NOT NULL DEFAULT 0 CHECK (hints >= 0),
    passed_at timestamptz,
    last_seen timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (learner, exercise)
);
CREATE TABLE IF NOT EXISTS class.check_record (
    learner text NOT NULL DEFAULT current_user,
    exercise text NOT NULL,
    what text NOT NULL CHECK (length(what) BETWEEN 1 AND 100),
    passed boolean NOT NULL,
    tries integer NOT NULL CHECK (tries >= 0),
    at timestamptz NOT NULL,
    cause text CHECK (length(cause) <= 10000),
    help text CHECK (length(help) <= 10000),
    PRIMARY KEY (learner, exercise, what),
    FOREIGN KEY (learner, exercise) REFERENCES class.progress ON DELETE CASCADE
);
ALTER TABLE class.progress ENABLE ROW LEVEL SECURITY;
ALTER TABLE class.check_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON class.progress
    USING (learner = current_user) WITH CHECK (learner = current_user);
CREATE POLICY own_rows ON class.check_record
    USING (learner = current_user) WITH CHECK (learner = current_user);
GRANT SELECT, INSERT, UPDATE, DELETE ON class.progress, class.check_record TO ${learners};
