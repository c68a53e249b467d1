package shareddb.schema.lint.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.schema.lint.reading.JavaUses;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;

/** Finds a dropped table or column that the module's own code still uses. */
public final class DropInUse implements LintRule {

  @Override
  public RuleName name() {
    return RuleName.DROP_IN_USE;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    JavaUses uses = JavaUses.of(track.track());
    return track.migrations().stream()
        .flatMap(file -> file.changes().stream().flatMap(c -> look(c, file, track, uses)))
        .toList();
  }

  private Stream<LintFinding> look(
      TableChange change, LintedFile file, LintedTrack track, JavaUses uses) {
    Optional<JavaUses.Use> use = Optional.empty();
    String what = change.table().last();
    if (change instanceof TableChange.DropTable(var table) && !track.newest().has(table)) {
      use = uses.ofTable(table.last());
    } else if (change instanceof TableChange.DropColumn(var table, var column)
        && track.newest().type(table, column.identifier()).isEmpty()) {
      use = uses.ofColumn(table.last(), column.identifier());
      what += "." + column.identifier();
    }
    String name = what;
    return use.map(found -> finding(change, file, name, found)).stream();
  }

  private LintFinding finding(TableChange change, LintedFile file, String what, JavaUses.Use use) {
    return file.finding(
        name(),
        change.line(),
        "%s is still used: %s in %s, line %d"
            .formatted(what, use.text(), use.file().getFileName(), use.line()),
        "take it out of the code first and serve that; drop it in a later migration");
  }
}
