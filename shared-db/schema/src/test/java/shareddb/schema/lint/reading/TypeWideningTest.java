package shareddb.schema.lint.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.jdbc.Query;
import shareddb.testing.TestDatabase;

/** Whether a change of type writes the rows again: the file node of a real table decides. */
class TypeWideningTest {

  @RegisterExtension static final TestDatabase DB = TestDatabase.empty();

  private static final List<String> FEW =
      List.of(
          "integer",
          "bigint",
          "numeric(8,2)",
          "numeric(10,2)",
          "varchar(10)",
          "text",
          "cidr",
          "inet",
          "timestamp(3)",
          "timestamptz",
          "bit(3)",
          "bit varying");

  private static final List<String> ALL =
      List.of(
          "smallint",
          "integer",
          "bigint",
          "real",
          "double precision",
          "numeric",
          "numeric(8,2)",
          "numeric(10,2)",
          "numeric(10,3)",
          "decimal(12,2)",
          "varchar",
          "varchar(10)",
          "character varying(20)",
          "char(10)",
          "char(20)",
          "text",
          "date",
          "time",
          "time(3)",
          "time(6)",
          "timetz(3)",
          "time(3) with time zone",
          "time with time zone",
          "timestamp",
          "timestamp(3)",
          "timestamp(6)",
          "timestamptz",
          "timestamptz(3)",
          "timestamp with time zone",
          "timestamp(3) with time zone",
          "interval",
          "interval(3)",
          "interval(6)",
          "bit(3)",
          "bit(5)",
          "bit varying",
          "bit varying(3)",
          "varbit(5)",
          "boolean",
          "uuid",
          "json",
          "jsonb",
          "bytea",
          "inet",
          "cidr",
          "integer[]",
          "text[]");

  private static final String TRY =
      """
      CREATE FUNCTION pg_temp.tried(types text[]) RETURNS SETOF text LANGUAGE plpgsql
      SET timezone = 'Europe/Berlin' AS $$
      DECLARE
        before text; after text; node oid;
      BEGIN
        FOREACH before IN ARRAY types LOOP
          FOREACH after IN ARRAY types LOOP
            EXECUTE format('CREATE TEMP TABLE tried (a %s)', before);
            node := pg_relation_filenode('tried');
            BEGIN
              EXECUTE format('ALTER TABLE tried ALTER a TYPE %s', after);
              IF node = pg_relation_filenode('tried') THEN
                RETURN NEXT before || ' -> ' || after;
              END IF;
            EXCEPTION WHEN datatype_mismatch THEN
              NULL;
            END;
            DROP TABLE tried;
          END LOOP;
        END LOOP;
      END $$
      """;

  @Test
  void lintKnowsWhichChangesOfAFewTypesWriteNothing() throws SQLException {
    assertThat(known(FEW)).containsExactlyInAnyOrderElementsOf(tried(FEW));
  }

  @Tag("long")
  @Test
  void lintKnowsWhichChangesWriteNothing() throws SQLException {
    assertThat(known(ALL)).containsExactlyInAnyOrderElementsOf(tried(ALL));
  }

  private static List<String> tried(List<String> types) throws SQLException {
    try (Connection connection = DB.connect()) {
      Query.execute(connection, TRY);
      return Query.of(
              connection,
              "SELECT pg_temp.tried(?)",
              connection.createArrayOf("text", types.toArray()))
          .list(row -> row.getString(1));
    }
  }

  private static List<String> known(List<String> types) {
    return types.stream()
        .flatMap(
            before ->
                types.stream()
                    .filter(after -> TypeWidening.is(before, after))
                    .map(after -> before + " -> " + after))
        .toList();
  }
}
