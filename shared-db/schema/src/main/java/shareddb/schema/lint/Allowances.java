package shareddb.schema.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import shareddb.base.names.NearestName;
import shareddb.base.sql.Token;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedTrack;

/**
 * Separates the findings that comments in the files allow, and reports comments that allow nothing.
 */
final class Allowances {

  static final String RULE = "lint-comment";

  private final Set<String> rules;
  private final List<Allowance> all;
  private final List<LintFinding> open = new ArrayList<>();
  private final List<LintFinding> allowed = new ArrayList<>();

  private Allowances(Set<String> rules, List<Allowance> all) {
    this.rules = rules;
    this.all = all;
  }

  static LintReport sift(LintedTrack track, List<LintFinding> found, Set<String> rules) {
    Allowances allowances = new Allowances(rules, Allowance.in(track).toList());
    found.forEach(allowances::sift);
    allowances.all.forEach(allowance -> allowances.judge(allowance, found));
    return new LintReport(
        track.track(), track.files().count(), allowances.open, allowances.allowed);
  }

  private void sift(LintFinding finding) {
    boolean isAllowed = all.stream().anyMatch(a -> a.isFor(finding));
    (isAllowed ? allowed : open).add(finding);
  }

  private void judge(Allowance allowance, List<LintFinding> found) {
    if (!rules.contains(allowance.rule())) {
      complain(
          allowance,
          "there is no rule \"" + allowance.rule() + "\"",
          NearestName.to(allowance.rule(), rules)
              .map(nearest -> "did you mean  " + Allowance.written(nearest) + "  ?")
              .orElse("the rules are " + String.join(", ", rules)));
    } else if (found.stream().noneMatch(allowance::isFor)) {
      complain(allowance, allowance.rule() + " finds nothing in this file", "remove the comment");
    } else if (!allowance.hasReason()) {
      complain(allowance, "it does not say why", Allowance.written(allowance.rule()));
    }
  }

  private void complain(Allowance allowance, String what, String instead) {
    open.add(new LintFinding(RULE, allowance.file(), allowance.line(), what, instead));
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
      return finding.rule().equals(rule) && of.contains(finding.file());
    }

    static String written(String rule) {
      return "-- lint: allow " + rule + " (why it is right here)";
    }
  }
}
