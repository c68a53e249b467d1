package shareddb.schema.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.names.NearestName;
import shareddb.base.sql.Token;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintSettings;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;

/**
 * Separates the findings that the track's settings or comments in its files allow, and reports
 * comments that allow nothing.
 */
final class Allowances {

  private final LintSettings settings;
  private final List<Allowance> all;
  private final List<LintFinding> open = new ArrayList<>();
  private final List<LintFinding> allowed = new ArrayList<>();

  private Allowances(LintSettings settings, List<Allowance> all) {
    this.settings = settings;
    this.all = all;
  }

  static LintReport sift(LintedTrack track, List<LintFinding> found) {
    Allowances allowances = new Allowances(track.settings(), Allowance.in(track).toList());
    allowances.open.addAll(track.settings().problems());
    found.forEach(allowances::sift);
    allowances.all.forEach(allowance -> allowances.judge(allowance, found));
    return new LintReport(
        track.track(), track.files().count(), allowances.open, allowances.allowed);
  }

  private void sift(LintFinding finding) {
    Optional<LintFinding> set =
        settings.apply(finding).filter(f -> all.stream().noneMatch(a -> a.isFor(f)));
    set.ifPresentOrElse(open::add, () -> allowed.add(finding));
  }

  private void judge(Allowance allowance, List<LintFinding> found) {
    if (RuleName.named(allowance.rule()).isEmpty()) {
      complain(
          allowance,
          "there is no rule \"" + allowance.rule() + "\"",
          NearestName.to(allowance.rule(), RuleName.texts())
              .map(nearest -> "did you mean  " + Allowance.written(nearest) + "  ?")
              .orElse("the rules are " + String.join(", ", RuleName.texts())));
    } else if (found.stream().noneMatch(allowance::isFor)) {
      complain(allowance, allowance.rule() + " finds nothing in this file", "remove the comment");
    } else if (!allowance.hasReason()) {
      complain(allowance, "it does not say why", Allowance.written(allowance.rule()));
    }
  }

  private void complain(Allowance allowance, String what, String instead) {
    open.add(
        new LintFinding(
            RuleName.LINT_EXCEPTION, allowance.file(), allowance.line(), what, instead));
  }

  /**
   * A comment that allows a rule's findings: {@code -- lint: allow rename-breaks-code (nothing runs
   * yet)}.
   *
   * @param of the files that it applies to
   */
  private record Allowance(Path file, int line, List<Path> of, String rule, boolean hasReason) {

    private static final String MARK = "lint:";
    private static final String ALLOW = "allow ";

    /**
     * The comments of all files. A comment in an undo script also applies to its migration, because
     * an applied migration is never edited.
     */
    static Stream<Allowance> in(LintedTrack track) {
      return Stream.concat(
          track.migrations().stream().flatMap(file -> in(file, List.of(file.path()))),
          track.reading().migrations().stream()
              .flatMap(
                  migration ->
                      track.undos().stream()
                          .filter(undo -> migration.undo().filter(undo.path()::equals).isPresent())
                          .flatMap(undo -> in(undo, List.of(undo.path(), migration.file())))));
    }

    private static Stream<Allowance> in(LintedFile file, List<Path> of) {
      return file.script().comments().stream()
          .filter(comment -> text(comment).startsWith(MARK))
          .map(comment -> of(file.path(), comment, of));
    }

    private static Allowance of(Path file, Token comment, List<Path> of) {
      String said = text(comment).substring(MARK.length()).strip();
      String rest = said.startsWith(ALLOW) ? said.substring(ALLOW.length()).strip() : said;
      int open = rest.indexOf('(');
      String rule = (open < 0 ? rest : rest.substring(0, open)).strip();
      boolean hasReason = open >= 0 && !rest.substring(open).replaceAll("[()\\s]", "").isEmpty();
      return new Allowance(file, comment.line(), of, rule, hasReason);
    }

    /** The text without the comment marks. */
    private static String text(Token token) {
      String comment = token.text();
      return comment.startsWith("--")
          ? comment.substring(2).strip()
          : comment.substring(2, Math.max(2, comment.length() - 2)).strip();
    }

    boolean isFor(LintFinding finding) {
      return RuleName.named(rule).filter(finding.rule()::equals).isPresent()
          && of.contains(finding.file());
    }

    static String written(String rule) {
      return "-- lint: allow " + rule + " (why it is right here)";
    }
  }
}
