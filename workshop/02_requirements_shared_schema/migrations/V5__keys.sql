-- People talk about REQ-12, and every project has its own: a number that counts in the project.
-- A sequence for each project would be a new table for each, and it leaves a gap wherever a
-- transaction fails. Here the project's row counts: whoever adds a requirement locks it until their
-- transaction ends, so two who add to one project take turns, and two in two projects do not.
ALTER TABLE "${flyway:defaultSchema}".projects ADD COLUMN last_number integer NOT NULL DEFAULT 0;
ALTER TABLE "${flyway:defaultSchema}".requirements ADD COLUMN number integer;

COMMENT ON COLUMN "${flyway:defaultSchema}".projects.last_number IS
    'Of the newest requirement; it only grows, so no key is ever given twice.';
COMMENT ON COLUMN "${flyway:defaultSchema}".requirements.number IS
    'The 12 of REQ-12: counts in the project, from 1 and without gaps.';

-- Those that are there get theirs in the order in which they came. No person has changed them, so
-- updated_at stays: the trigger that keeps it is off until they have their numbers. No other session
-- writes meanwhile, as the statement before has locked both tables until the transaction ends;
-- DISABLE TRIGGER itself takes SHARE ROW EXCLUSIVE, beside which a table can be read.
ALTER TABLE "${flyway:defaultSchema}".requirements DISABLE TRIGGER requirements_touch_updated_at;

UPDATE "${flyway:defaultSchema}".requirements AS requirements
SET number = counted.number
FROM (
    SELECT id, row_number() OVER (PARTITION BY project_id ORDER BY id) AS number
    FROM "${flyway:defaultSchema}".requirements
) AS counted
WHERE counted.id = requirements.id;

ALTER TABLE "${flyway:defaultSchema}".requirements ENABLE TRIGGER requirements_touch_updated_at;

UPDATE "${flyway:defaultSchema}".projects AS projects
SET last_number = counted.last_number
FROM (
    SELECT project_id, max(number) AS last_number
    FROM "${flyway:defaultSchema}".requirements
    GROUP BY project_id
) AS counted
WHERE counted.project_id = projects.id;

-- lint: allow set-not-null (the statements before have just written every row anyway)
-- lint: allow constraint-index-locks (for the same reason nobody could write meanwhile)
ALTER TABLE "${flyway:defaultSchema}".requirements
    ALTER COLUMN number SET NOT NULL,
    ADD CONSTRAINT requirements_number_key UNIQUE (project_id, number);

-- As many as are asked for; returns the first of them. search_path says where its tables are: a body is
-- a text between $$ and $$, and a schema's name, which may have $$ in it too, has no place there.
CREATE FUNCTION "${flyway:defaultSchema}".take_numbers(of_project bigint, how_many integer) RETURNS integer
    LANGUAGE sql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    UPDATE projects
    SET last_number = last_number + how_many
    WHERE id = of_project
    RETURNING last_number - how_many + 1
$$;

-- Who adds a single requirement need not ask; who adds thousands asks once, for all of them. This one
-- runs with the rights of the owner, whatever the rights of the session on projects: what it counts is
-- the row that is being added, and where that row is refused, the count is rolled back with it.
CREATE FUNCTION "${flyway:defaultSchema}".number_requirement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    UPDATE projects
    SET last_number = last_number + 1
    WHERE id = NEW.project_id
    RETURNING last_number INTO NEW.number;
    RETURN NEW;
END
$$;

CREATE TRIGGER requirements_number
    BEFORE INSERT ON "${flyway:defaultSchema}".requirements
    FOR EACH ROW
    WHEN (NEW.number IS NULL)
    EXECUTE FUNCTION "${flyway:defaultSchema}".number_requirement();

REVOKE EXECUTE ON FUNCTION
    "${flyway:defaultSchema}".take_numbers(bigint, integer), "${flyway:defaultSchema}".number_requirement()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "${flyway:defaultSchema}".take_numbers(bigint, integer) TO "${api_role}";
GRANT UPDATE (last_number) ON "${flyway:defaultSchema}".projects TO "${api_role}";
