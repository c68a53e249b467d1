-- What is wanted of the product. A foreign key of one column: what is of another tenant is not in
-- this schema, so there is nothing across which it could point.
CREATE TABLE "${flyway:defaultSchema}".requirements (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    number     integer      NOT NULL,
    title      varchar(255) NOT NULL,
    text       text,
    status     varchar(10)  NOT NULL DEFAULT 'draft',
    priority   varchar(10)  NOT NULL DEFAULT 'medium',
    group_id   bigint,
    created_at timestamptz  NOT NULL DEFAULT now(),
    updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT requirements_pkey PRIMARY KEY (id),
    CONSTRAINT requirements_number_key UNIQUE (number),
    CONSTRAINT requirements_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT requirements_status_known CHECK (status IN ('draft', 'approved', 'done', 'rejected')),
    CONSTRAINT requirements_priority_known CHECK (priority IN ('low', 'medium', 'high')),
    CONSTRAINT requirements_group_fkey FOREIGN KEY (group_id) REFERENCES "${flyway:defaultSchema}".groups (id)
);

COMMENT ON TABLE "${flyway:defaultSchema}".requirements IS
    'Never deleted, but rejected: a key that somebody has noted stays good.';
COMMENT ON COLUMN "${flyway:defaultSchema}".requirements.number IS 'The 12 of REQ-12: from 1 and without gaps.';

-- The first is what is asked for most; the second also for whoever removes a group.
CREATE INDEX requirements_status_idx ON "${flyway:defaultSchema}".requirements (status, number);
CREATE INDEX requirements_group_idx ON "${flyway:defaultSchema}".requirements (group_id, number);

CREATE TRIGGER requirements_touch_updated_at
    BEFORE UPDATE ON "${flyway:defaultSchema}".requirements
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION "${flyway:defaultSchema}".touch_updated_at();

-- A sequence leaves a gap wherever a transaction fails. Here a row counts: whoever adds a requirement
-- locks it until their transaction ends, so two who add at once take turns.
CREATE TABLE "${flyway:defaultSchema}".requirement_counter (
    only_row    boolean NOT NULL DEFAULT true,
    last_number integer NOT NULL DEFAULT 0,
    CONSTRAINT requirement_counter_pkey PRIMARY KEY (only_row),
    CONSTRAINT requirement_counter_one_row CHECK (only_row)
);

INSERT INTO "${flyway:defaultSchema}".requirement_counter DEFAULT VALUES;

-- As many as are asked for; returns the first of them.
CREATE FUNCTION "${flyway:defaultSchema}".take_numbers(how_many integer) RETURNS integer
    LANGUAGE sql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    UPDATE requirement_counter
    SET last_number = last_number + how_many
    RETURNING last_number - how_many + 1
$$;

-- Who adds a single requirement need not ask; who adds thousands asks once, for all of them.
CREATE FUNCTION "${flyway:defaultSchema}".number_requirement() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    NEW.number := take_numbers(1);
    RETURN NEW;
END
$$;

CREATE TRIGGER requirements_number
    BEFORE INSERT ON "${flyway:defaultSchema}".requirements
    FOR EACH ROW
    WHEN (NEW.number IS NULL)
    EXECUTE FUNCTION "${flyway:defaultSchema}".number_requirement();

REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".take_numbers(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "${flyway:defaultSchema}".take_numbers(integer) TO "${api_role}";
GRANT SELECT, UPDATE (last_number) ON "${flyway:defaultSchema}".requirement_counter TO "${api_role}";
GRANT SELECT, INSERT, UPDATE (title, text, status, priority, group_id)
    ON "${flyway:defaultSchema}".requirements TO "${api_role}";
