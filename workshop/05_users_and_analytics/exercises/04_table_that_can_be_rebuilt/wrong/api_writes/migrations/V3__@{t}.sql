-- A copy of what people says, for a list that is asked for often. It can be made anew at any time.
CREATE TABLE "${flyway:defaultSchema}".@{t} (
    domain text   NOT NULL,
    people bigint NOT NULL,
    gone   bigint NOT NULL,
    CONSTRAINT @{t}_pkey PRIMARY KEY (domain)
);

COMMENT ON TABLE "${flyway:defaultSchema}".@{t} IS 'How many people have each domain; see rebuild_@{t}().';

-- With the rights of the owner, as the API may write no row. DELETE and not TRUNCATE: readers see the old
-- rows until the commit, and wait for nothing. The lock lets readers in, and one rebuild at a time.
CREATE FUNCTION "${flyway:defaultSchema}".rebuild_@{t}() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    LOCK TABLE @{t} IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM @{t};
    INSERT INTO @{t} (domain, people, gone)
    SELECT domain, count(*), count(left_at)
    FROM people
    GROUP BY domain;
END
$$;

REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".rebuild_@{t}() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "${flyway:defaultSchema}".rebuild_@{t}() TO "${api_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".@{t} TO "${api_role}";

SELECT "${flyway:defaultSchema}".rebuild_@{t}();
