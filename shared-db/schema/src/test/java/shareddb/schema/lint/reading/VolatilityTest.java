package shareddb.schema.lint.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.jdbc.Query;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlScript;
import shareddb.testing.TestDatabase;

/** Lint knows the functions that give all rows the same value, as the server's catalog does. */
class VolatilityTest {

  @RegisterExtension static final TestDatabase DB = TestDatabase.empty();

  /** Functions that people call: none of operators, of types, of indexes or of triggers. */
  private static final String STEADY =
      """
      SELECT p.proname FROM pg_proc AS p
      WHERE p.pronamespace = 'pg_catalog'::regnamespace
      GROUP BY p.proname
      HAVING bool_and(p.provolatile <> 'v' AND p.prokind = 'f' AND NOT p.proretset)
         AND NOT bool_or(p.prorettype IN ('cstring'::regtype, 'trigger'::regtype,
               'event_trigger'::regtype, 'internal'::regtype, 'void'::regtype)
             OR 'internal'::regtype = ANY (p.proargtypes)
             OR 'cstring'::regtype = ANY (p.proargtypes)
             OR EXISTS (SELECT FROM pg_operator AS o
                  WHERE p.oid IN (o.oprcode, o.oprrest, o.oprjoin))
             OR EXISTS (SELECT FROM pg_amproc AS a WHERE a.amproc = p.oid)
             OR EXISTS (SELECT FROM pg_aggregate AS a
                  WHERE p.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn))
             OR EXISTS (SELECT FROM pg_type AS t WHERE p.oid IN (t.typsend, t.typsubscript)))
         AND p.proname !~ '^(pg_stat_get|binary_upgrade|ts_|pg_.*_is_visible|has_|RI_|_)'
      ORDER BY 1
      """;

  private static final String VOLATILE =
      """
      SELECT DISTINCT p.proname FROM pg_proc AS p
      WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.provolatile = 'v'
      """;

  @Test
  void theListHasTheFunctionsOfTheServer() throws SQLException {
    try (Connection connection = DB.connect()) {
      assertThat(Query.of(connection, STEADY).list(row -> row.getString(1)))
          .hasSizeGreaterThan(400)
          .allSatisfy(name -> assertThat(volatileIn(name + "(1)")).as(name).isEmpty());
    }
  }

  @Test
  void theListHasNoVolatileFunctionOfTheServer() throws SQLException {
    try (Connection connection = DB.connect()) {
      assertThat(Query.of(connection, VOLATILE).list(row -> row.getString(1)))
          .contains("random", "gen_random_uuid", "clock_timestamp", "nextval")
          .allSatisfy(name -> assertThat(volatileIn(name + "(1)")).as(name).isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"code()", "mine.now()", "now() + wait(1)", "coalesce(NULL, code())"})
  void aFunctionThatIsNotOfPostgresCountsAsVolatile(String expression) {
    assertThat(volatileIn(expression)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "now() + interval '1 day'",
        "pg_catalog.lower('A')",
        "coalesce(NULL, 'x'::varchar(10))",
        "CASE WHEN (1 IN (1, 2)) THEN (1) ELSE (2) END",
        "cast(1 AS numeric(8, 2))",
        "ARRAY[1, 2]",
        "jsonb_build_object('a', current_timestamp(3))",
      })
  void theSameValueForAllRows(String expression) {
    assertThat(volatileIn(expression)).isEmpty();
  }

  private static Optional<SqlName> volatileIn(String expression) {
    return Volatility.in(SqlScript.of(expression).statements().getFirst().tokens());
  }
}
