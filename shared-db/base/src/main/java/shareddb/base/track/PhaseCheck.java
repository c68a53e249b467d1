package shareddb.base.track;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.sql.SqlStatement;

/** Finds contracts and back-fill scripts that do not fit to the versions of their track. */
final class PhaseCheck {

  private static final Pattern CONTRACT =
      Pattern.compile("\\A\\uFEFF?-- contract of V([0-9._]+)\\s*$", Pattern.MULTILINE);

  private static final Pattern LOOKS_LIKE_IT =
      Pattern.compile("\\A\\uFEFF?--\\s*contract\\b.*", Pattern.CASE_INSENSITIVE);

  private final List<Migration> migrations;
  private final List<TrackProblem> problems = new ArrayList<>();

  private PhaseCheck(List<Migration> migrations) {
    this.migrations = migrations;
  }

  /** The version that the first line of a migration names: {@code -- contract of V5}. */
  static Optional<Version> contractOf(String text) {
    Matcher line = CONTRACT.matcher(text);
    return line.lookingAt() && Version.isOne(line.group(1))
        ? Optional.of(Version.parse(line.group(1)))
        : Optional.empty();
  }

  /** The problem with a first line that is nearly that of a contract. */
  static Optional<TrackProblem> firstLine(Path file, String text) {
    return LOOKS_LIKE_IT.matcher(text).lookingAt() && contractOf(text).isEmpty()
        ? Optional.of(
            of(file, "names no version: its first line must look like  -- contract of V5"))
        : Optional.empty();
  }

  static List<TrackProblem> problems(List<Migration> migrations, Map<Version, Path> backfills) {
    PhaseCheck check = new PhaseCheck(migrations);
    check.order();
    backfills.forEach(check::backfill);
    return check.problems;
  }

  /** A change is completed before the next one begins, so that two versions are live at most. */
  private void order() {
    Version completed = Version.NONE;
    for (Migration contract : migrations.stream().filter(Migration::isContract).toList()) {
      Version expanded = contract.contractOf().orElseThrow();
      if (migrations.stream().noneMatch(m -> m.version().equals(expanded))) {
        problem(contract.file(), "is a contract of V" + expanded + ", which is no migration");
      } else if (expanded.compareTo(contract.version()) >= 0) {
        problem(
            contract.file(), "is a contract of V" + expanded + ", which does not come before it");
      } else if (expanded.compareTo(completed) <= 0) {
        problem(
            contract.file(),
            "is a contract of V%s, and V%s before it is a contract too: complete one change, then begin the next"
                .formatted(expanded, completed));
      }
      completed = contract.version();
    }
  }

  private void backfill(Version version, Path file) {
    Optional<Migration> migration =
        migrations.stream().filter(m -> m.version().equals(version)).findFirst();
    if (migration.isEmpty()) {
      problem(file, "fills the rows of version " + version + ", which has no migration");
    } else if (!migration.get().file().getFileName().equals(file.getFileName())) {
      problem(file, "must be named " + migration.get().script() + ", after its migration");
    } else if (migrations.stream().noneMatch(m -> m.contractOf().equals(Optional.of(version)))) {
      problem(
          file, "has no contract: a later migration must begin with  -- contract of V" + version);
    }
    content(file);
  }

  private void content(Path file) {
    List<SqlStatement> statements = ScriptText.of(file).statements();
    long queries = statements.stream().filter(BackfillScript::isQuery).count();
    if (queries != 1 || !BackfillScript.isQuery(statements.getLast())) {
      problem(
          file,
          "must end with its proof: one SELECT, the only one, for the rows that are not filled as"
              + " they should be");
    }
    statements.stream()
        .filter(statement -> BackfillScript.tables(statement).size() > 1)
        .forEach(
            statement ->
                problem(
                    file,
                    "line " + statement.line() + " has batches of two tables: one is allowed"));
  }

  private void problem(Path file, String what) {
    problems.add(of(file, what));
  }

  private static TrackProblem of(Path file, String what) {
    return new TrackProblem(TrackProblem.Kind.PHASE, file, file + " " + what);
  }
}
