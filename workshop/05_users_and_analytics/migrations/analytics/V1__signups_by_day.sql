-- Another database: nothing here can refer to a user, or be asked together with one.
CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

CREATE TABLE "${flyway:defaultSchema}".signups_by_day (
    day     date   NOT NULL,
    signups bigint NOT NULL DEFAULT 0,
    CONSTRAINT signups_by_day_pkey PRIMARY KEY (day),
    CONSTRAINT signups_by_day_not_below_zero CHECK (signups >= 0)
);

COMMENT ON COLUMN "${flyway:defaultSchema}".signups_by_day.day IS
    'In UTC, by when it happened, and not by when it was heard of.';

-- Each event comes at least once. Here is which have come: written in the transaction that counts
-- them, so one that comes again is known, whatever was killed in between.
CREATE TABLE "${flyway:defaultSchema}".seen_events (
    event_id uuid        NOT NULL,
    seen_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT seen_events_pkey PRIMARY KEY (event_id)
);

CREATE INDEX seen_events_seen_at_idx ON "${flyway:defaultSchema}".seen_events (seen_at);

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, INSERT, UPDATE ON "${flyway:defaultSchema}".signups_by_day TO "${api_role}";
GRANT SELECT, INSERT, DELETE ON "${flyway:defaultSchema}".seen_events TO "${api_role}";
