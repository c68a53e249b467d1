-- The names are kept in small letters.
CREATE FUNCTION "${flyway:defaultSchema}".small_name() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    NEW.name := lower(NEW.name COLLATE "C");
    RETURN NEW;
END
$$;

CREATE TRIGGER groups_small_name
    BEFORE INSERT OR UPDATE ON "${flyway:defaultSchema}".groups
    FOR EACH ROW EXECUTE FUNCTION "${flyway:defaultSchema}".small_name();
