package shareddb.tracktesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.base.track.Workshop;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.lint.Lint;
import shareddb.schema.lint.reading.Severity;
import shareddb.testing.AwkwardNames;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** What holds for every track of the workshop. */
final class WorkshopTracksTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  /** The functions that run with their owner's rights and that break one of the two rules. */
  private static final String UNSAFE =
      """
      SELECT p.proname || CASE
                 WHEN has_function_privilege('public', p.oid, 'EXECUTE') THEN ': PUBLIC may call it'
                 ELSE ': its search_path is ' || coalesce(p.proconfig::text, 'the caller''s') END
      FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
      WHERE n.nspname = ? AND p.prosecdef
        AND (has_function_privilege('public', p.oid, 'EXECUTE')
             OR NOT coalesce(p.proconfig, '{}') && ARRAY[
                 'search_path=""', 'search_path=' || quote_ident(n.nspname) || ', pg_temp'])
      ORDER BY 1
      """;

  /**
   * The policies that call a function without (SELECT ...) around it: it may be called for each
   * row.
   */
  private static final String CALLED_FOR_EACH_ROW =
      """
      SELECT format('%s: %s', polname, expression)
      FROM pg_policy AS p
      CROSS JOIN concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
          AS expression
      JOIN pg_class AS c ON c.oid = polrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND regexp_replace(expression, 'SELECT [\\w."]+\\(', '', 'g') ~ '\\w\\('
      ORDER BY 1
      """;

  static Stream<Track> tracks() {
    return Workshop.at(TestDatabase.checkout()).modules().stream()
        .flatMap(module -> module.tracks().stream());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("tracks")
  void goesUpDownAndUpAgainInASchemaOfAnyName(Track track) throws SQLException {
    Catalog wanted = null;
    for (String name : AwkwardNames.all().toList()) {
      Target target = new Target(db.admin(), new SchemaName(name));
      drop(target);
      up(track, target);
      Catalog first = catalog(target);
      down(track, target);
      up(track, target);

      assertThat(catalog(target)).as(name).isEqualTo(first);
      wanted = wanted == null ? first : wanted;
      assertThat(wanted.differences(first))
          .as("the same as in any other schema: " + name)
          .isEmpty();
      down(track, target);
      assertThat(catalog(target).definitions()).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void lintFindsNothing(Track track) {
    assertThat(Lint.of(track).findings()).filteredOn(f -> f.severity() != Severity.NOTE).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void functionsWithTheOwnersRightsAreSafe(Track track) throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("safe"));
    drop(target);
    up(track, target);
    try (Connection connection = db.connect()) {
      List<String> unsafe =
          Query.of(connection, UNSAFE, target.schema().value()).list(row -> row.getString(1));

      assertThat(unsafe).isEmpty();
    }
  }

  /** What another track has left in this schema. */
  private static void drop(Target target) throws SQLException {
    Sql.run(db.admin(), "DROP SCHEMA IF EXISTS " + target.schema().quoted() + " CASCADE");
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void policiesCallTheirFunctionsOnceForEachStatement(Track track) throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("policies"));
    drop(target);
    up(track, target);
    try (Connection connection = db.connect()) {
      assertThat(
              Query.of(connection, CALLED_FOR_EACH_ROW, target.schema().value())
                  .list(row -> row.getString(1)))
          .isEmpty();
    }
  }

  private static void up(Track track, Target target) throws SQLException {
    assertThat(Upgrade.run(track, target))
        .as(target.schema().value())
        .isInstanceOf(UpgradeResult.Upgraded.class);
  }

  private static void down(Track track, Target target) throws SQLException {
    assertThat(Downgrade.run(track, target, new DowngradeTo.TheVersion(Version.NONE)))
        .as(target.schema().value())
        .isInstanceOf(DowngradeResult.Downgraded.class);
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = db.connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
