package shareddb.verify.convention;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.TokenReader;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;

/**
 * Checks that a track begins with the statement that makes its schema, and makes no other schema.
 */
final class CreatesItsSchema implements ConventionPart {

  private static final String PLACEHOLDER = "${flyway:defaultSchema}";
  private static final String FIRST = "CREATE SCHEMA IF NOT EXISTS \"" + PLACEHOLDER + "\";";

  @Override
  public List<ConventionBreach> breaches(ModuleFolder module) {
    return module.module().tracks().stream()
        .flatMap(track -> Stream.concat(first(track).stream(), others(track)))
        .toList();
  }

  private static Optional<ConventionBreach> first(Track track) {
    return track.look().migrations().stream()
        .findFirst()
        .filter(
            migration ->
                statements(migration)
                    .findFirst()
                    .flatMap(CreatesItsSchema::created)
                    .filter(name -> name.equals(PLACEHOLDER))
                    .isEmpty())
        .map(
            migration ->
                new ConventionBreach(
                    migration.file(),
                    "does not begin with  " + FIRST,
                    "begin it with  " + FIRST + "  if it is not applied anywhere yet"));
  }

  private static Stream<ConventionBreach> others(Track track) {
    return track.look().migrations().stream()
        .flatMap(
            migration ->
                statements(migration)
                    .flatMap(statement -> created(statement).stream())
                    .filter(name -> !name.equals(PLACEHOLDER))
                    .map(
                        name ->
                            new ConventionBreach(
                                migration.file(),
                                "makes the schema \"" + name + "\": a track has one, its own",
                                "write \"" + PLACEHOLDER + "\" in its place")));
  }

  private static Stream<SqlStatement> statements(Migration migration) {
    return SqlScript.of(ModuleFolder.text(migration.file())).statements().stream();
  }

  /** The schema that a statement makes. */
  private static Optional<String> created(SqlStatement statement) {
    TokenReader reader = statement.reader();
    if (!reader.accept("create", "schema")) {
      return Optional.empty();
    }
    reader.accept("if", "not", "exists");
    return reader.name().map(SqlName::last);
  }
}
