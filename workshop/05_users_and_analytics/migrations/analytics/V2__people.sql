-- What analytics has to know of each user to understand what happens next: its own copy, of what it
-- needs and no more. The version says up to where; what comes must be the next one.
CREATE TABLE "${flyway:defaultSchema}".people (
    user_id      bigint      NOT NULL,
    version      bigint      NOT NULL,
    domain       text        NOT NULL,
    signed_up_at timestamptz NOT NULL,
    left_at      timestamptz,
    CONSTRAINT people_pkey PRIMARY KEY (user_id)
);

-- How many of a day's sign-ups have left again.
ALTER TABLE "${flyway:defaultSchema}".signups_by_day
    ADD COLUMN left_again bigint NOT NULL DEFAULT 0;

GRANT SELECT, INSERT, UPDATE ON "${flyway:defaultSchema}".people TO "${api_role}";
