package shareddb.verify.checks;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import shareddb.base.track.Target;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.drift.Drift;
import shareddb.schema.drift.DriftResult;

/**
 * Checks that the schema has every table and view that the migrations make in an empty database.
 */
public final class TablesThere implements Check {

  private static final Set<String> KINDS = Set.of("table", "view", "materialized view");

  @Override
  public String title() {
    return "tables";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    CheckSubject subject = scene.subject();
    return switch (Drift.of(subject.track(), subject.target())) {
      case DriftResult.Same same -> there(scene);
      case DriftResult.Differs differs -> judged(scene, differs.comparison().differences());
      case DriftResult.Refused refused ->
          new CheckOutcome.Failed(
              "the history and the files do not fit together", subject.command("current"));
      case DriftResult.NotApplicable broken ->
          new CheckOutcome.Failed(
              "the migrations cannot be applied to an empty database", subject.command("drift"));
    };
  }

  private static CheckOutcome judged(CheckContext scene, List<CatalogDifference> differences)
      throws SQLException {
    CheckSubject subject = scene.subject();
    List<String> missing =
        differences.stream()
            .filter(difference -> difference instanceof CatalogDifference.Missing)
            .map(CatalogDifference::object)
            .filter(object -> KINDS.contains(object.kind()))
            .map(object -> object.name())
            .toList();
    return missing.isEmpty()
        ? there(scene)
        : new CheckOutcome.Failed(
            "the history says that it was made, but it is not there: " + String.join(", ", missing),
            subject.command("drift")
                + "\nor, where the rows of this database may go:  "
                + subject.command("reset"));
  }

  private static CheckOutcome there(CheckContext scene) throws SQLException {
    String sql =
        """
        SELECT tablename FROM pg_catalog.pg_tables
        WHERE schemaname = ? AND tablename <> ? ORDER BY tablename
        """;
    List<String> tables =
        scene.texts(sql, scene.subject().target().schema().value(), Target.HISTORY_TABLE);
    return new CheckOutcome.Ok(String.join(", ", tables));
  }
}
