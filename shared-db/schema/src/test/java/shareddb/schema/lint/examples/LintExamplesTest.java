package shareddb.schema.lint.examples;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shareddb.schema.lint.Lint;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.Severity;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/**
 * The examples of {@code lint.md}: lint finds the unsafe ones and leaves the safe ones alone, and
 * the server, on which they are run, does what the page says.
 */
class LintExamplesTest {

  /** Rules about files and Java sources, of which no server can judge. */
  private static final Set<RuleName> NOT_SQL =
      EnumSet.of(
          RuleName.FILE_NAME,
          RuleName.MISSING_UNDO,
          RuleName.VERSION_GAP,
          RuleName.DROP_IN_USE,
          RuleName.NEEDS_NEWER_POSTGRES);

  @RegisterExtension static final TestDatabase DB = TestDatabase.empty();

  private static final LintPage PAGE = LintPage.read();

  @TempDir Path temporary;

  @Test
  void thePageHasEachRuleWithItsSeverityAndExamples() {
    assertThat(PAGE.sections())
        .extracting(s -> s.number() + " " + s.rule() + " " + s.severity())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RuleName.values())
                .filter(rule -> rule != RuleName.LINT_EXCEPTION)
                .map(rule -> rule.number() + " " + rule + " " + rule.severity())
                .toList());
    assertThat(PAGE.sections())
        .filteredOn(section -> !NOT_SQL.contains(rule(section)))
        .allSatisfy(section -> assertThat(section.all("unsafe")).isNotEmpty())
        .allSatisfy(section -> assertThat(section.all("safe")).isNotEmpty());
  }

  static Stream<Arguments> unsafe() {
    return examples("unsafe");
  }

  static Stream<Arguments> safe() {
    return examples("safe");
  }

  private static Stream<Arguments> examples(String kind) {
    return PAGE.sections().stream()
        .flatMap(s -> s.all(kind).stream().map(block -> arguments(s, block)));
  }

  @ParameterizedTest
  @MethodSource("unsafe")
  void lintFindsTheUnsafeExample(LintPage.Section section, LintPage.Block example) {
    assertThat(findings(section, example)).extracting(LintFinding::rule).contains(rule(section));
  }

  @ParameterizedTest
  @MethodSource("safe")
  void lintLeavesTheSafeExampleAlone(LintPage.Section section, LintPage.Block example) {
    assertThat(findings(section, example))
        .filteredOn(f -> f.severity() != Severity.NOTE || f.rule() == rule(section))
        .isEmpty();
  }

  /** The first example of a rule for each way to judge. */
  static Stream<Arguments> firstOfEachJudge() {
    return PAGE.sections().stream()
        .filter(section -> !NOT_SQL.contains(rule(section)))
        .collect(toMap(s -> ServerJudge.of(rule(s)), s -> s, (first, other) -> first))
        .values()
        .stream()
        .map(s -> arguments(s, s.all("unsafe").getFirst(), s.all("safe").getFirst()));
  }

  @ParameterizedTest
  @MethodSource("firstOfEachJudge")
  void theServerTellsTheOneFromTheOther(
      LintPage.Section section, LintPage.Block unsafe, LintPage.Block safe) throws SQLException {
    assertThat(harm(section, unsafe)).as(unsafe.sql()).isTrue();
    assertThat(harm(section, safe)).as(safe.sql()).isFalse();
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("unsafe")
  void theServerShowsTheHarm(LintPage.Section section, LintPage.Block example) throws SQLException {
    assertThat(harm(section, example)).as(example.sql()).isTrue();
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("safe")
  void theServerShowsNoHarm(LintPage.Section section, LintPage.Block example) throws SQLException {
    assertThat(harm(section, example)).as(example.sql()).isFalse();
  }

  private static boolean harm(LintPage.Section section, LintPage.Block example)
      throws SQLException {
    return ServerJudge.of(rule(section))
        .harm(new ExampleRun(DB.admin(), PAGE.before() + section.before(), example), section);
  }

  private static RuleName rule(LintPage.Section section) {
    return RuleName.named(section.number()).orElseThrow();
  }

  /** The findings in the files of the example, after those of the tables. */
  private List<LintFinding> findings(LintPage.Section section, LintPage.Block example) {
    TrackFolder track =
        TrackFolder.in(temporary)
            .up("1__before", PAGE.before() + section.before())
            .undo("1__before", "");
    int version = 2;
    for (String file : example.files()) {
      track.up(version + "__example", file).undo(version + "__example", "");
      version++;
    }
    int postgres = example.isForOld() ? 15 : 18;
    return Lint.of(track.track(), postgres).findings().stream()
        .filter(finding -> !finding.file().endsWith("V1__before.sql"))
        .toList();
  }
}
