-- How often something was tried of late. In the database, for several processes may serve this
-- module. What was tried is there as a digest only: people type passwords where the email belongs.
CREATE TABLE "${flyway:defaultSchema}".login_limits (
    bucket  bytea       NOT NULL,
    tries   integer     NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT login_limits_pkey PRIMARY KEY (bucket),
    CONSTRAINT login_limits_bucket_is_digest CHECK (octet_length(bucket) = 32)
);

COMMENT ON COLUMN "${flyway:defaultSchema}".login_limits.ends_at IS
    'When counting begins anew; trying more does not put it off.';

CREATE INDEX login_limits_ends_at_idx ON "${flyway:defaultSchema}".login_limits (ends_at);

-- From where an account has been logged in to. A stranger can use up the tries of strangers, but
-- not those of the places that the owner comes from: so nobody is locked out of their own account.
CREATE TABLE "${flyway:defaultSchema}".login_places (
    place         bytea       NOT NULL,
    last_login_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT login_places_pkey PRIMARY KEY (place),
    CONSTRAINT login_places_place_is_digest CHECK (octet_length(place) = 32)
);

COMMENT ON COLUMN "${flyway:defaultSchema}".login_places.place IS
    'A digest of the account and the address together.';

CREATE INDEX login_places_last_login_at_idx
    ON "${flyway:defaultSchema}".login_places (last_login_at);

-- No row says whose it is, and they are needed before anybody is known: no policy fits them.
GRANT SELECT, INSERT, UPDATE, DELETE ON
    "${flyway:defaultSchema}".login_limits,
    "${flyway:defaultSchema}".login_places
    TO "${api_role}";
