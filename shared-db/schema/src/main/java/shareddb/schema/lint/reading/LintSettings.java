package shareddb.schema.lint.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.names.NearestName;
import shareddb.base.track.Track;

/**
 * The settings of a track in {@code lint.properties}, beside its migrations: {@code postgres = 15},
 * and {@code L03 = off: the reason}.
 */
public final class LintSettings {

  /** The oldest and the newest PostgreSQL that the tool works with. */
  public static final int OLDEST_POSTGRES = 15;

  public static final int NEWEST_POSTGRES = 18;

  /** The setting of one rule: another severity, or none if the rule is off. */
  private record RuleSetting(Optional<Severity> severity) {}

  private final Path file;
  private final Map<RuleName, RuleSetting> rules = new EnumMap<>(RuleName.class);
  private final List<LintFinding> problems = new ArrayList<>();
  private int postgres = NEWEST_POSTGRES;

  private LintSettings(Path file) {
    this.file = file;
  }

  static LintSettings of(Track track) {
    LintSettings settings = new LintSettings(track.migrations().resolve(Track.LINT_SETTINGS));
    List<String> lines = settings.lines();
    for (int line = 1; line <= lines.size(); line++) {
      settings.read(lines.get(line - 1).strip(), line);
    }
    return settings;
  }

  /** The oldest major version of PostgreSQL that the track is applied to. */
  public int postgres() {
    return postgres;
  }

  /** The mistakes in the file. */
  public List<LintFinding> problems() {
    return List.copyOf(problems);
  }

  /** The finding with the severity that the track gives its rule; empty if the rule is off. */
  public Optional<LintFinding> apply(LintFinding finding) {
    RuleSetting setting = rules.get(finding.rule());
    return setting == null ? Optional.of(finding) : setting.severity().map(finding::as);
  }

  private void read(String line, int number) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    String key = equals < 0 ? line : line.substring(0, equals).strip();
    String value = equals < 0 ? "" : line.substring(equals + 1).strip();
    if (key.equals("postgres")) {
      readPostgres(value, number);
    } else {
      RuleName.named(key)
          .ifPresentOrElse(
              rule -> readRule(rule, value, number),
              () ->
                  problem(
                      number,
                      "there is no rule \"" + key + "\"",
                      NearestName.to(key, RuleName.texts())
                          .map(nearest -> "did you mean  " + nearest + "  ?")
                          .orElse("a rule's number or name, or  postgres")));
    }
  }

  private void readPostgres(String value, int number) {
    Optional<Integer> version = version(value);
    postgres = version.orElse(postgres);
    if (version.isEmpty()) {
      problem(
          number,
          "\"" + value + "\" is no version of PostgreSQL that the tool knows",
          "postgres = " + OLDEST_POSTGRES + " to " + NEWEST_POSTGRES);
    }
  }

  /** A major version of PostgreSQL that the tool works with. */
  public static Optional<Integer> version(String text) {
    return text.matches("\\d{1,3}")
        ? Optional.of(Integer.valueOf(text))
            .filter(version -> version >= OLDEST_POSTGRES && version <= NEWEST_POSTGRES)
        : Optional.empty();
  }

  private void readRule(RuleName rule, String value, int number) {
    int colon = value.indexOf(':');
    String level = colon < 0 ? value : value.substring(0, colon).strip();
    Optional<Severity> severity = Severity.named(level);
    boolean reason = colon >= 0 && !value.substring(colon + 1).isBlank();
    if ((severity.isEmpty() && !level.equals("off")) || rules.containsKey(rule)) {
      problem(
          number,
          rules.containsKey(rule)
              ? rule + " is set twice"
              : "\"" + level + "\" is not off, error, warning or note",
          written(rule));
    } else if (!reason) {
      problem(number, "it does not say why", written(rule));
    } else {
      rules.put(rule, new RuleSetting(severity));
    }
  }

  private static String written(RuleName rule) {
    return rule.number() + " = off: why it is right for the whole track";
  }

  private void problem(int line, String what, String instead) {
    problems.add(new LintFinding(RuleName.LINT_EXCEPTION, file, line, what, instead));
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " (is it UTF-8?)", e);
    }
  }
}
