package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shareddb.testing.TestDatabase;

/** shared-db/docs/architecture.md names classes, methods and modules that exist. */
@Tag("no-server")
class ArchitecturePageTest {

  private static final Path SHARED_DB = TestDatabase.checkout().resolve("shared-db");

  private static final Pattern METHOD = Pattern.compile("`(\\w+)#(\\w+)`");

  private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");

  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");

  private static final Pattern OF_SHARED_DB =
      Pattern.compile("<artifactId>shared-db-([\\w-]+)</artifactId>");

  private static final Pattern ARROW = Pattern.compile("(?m)^ +([\\w-]+) --> ([\\w-]+)$");

  private static final Pattern MESSAGE = Pattern.compile("(?m)^ +\\w+->>\\w+:");

  private static final Pattern HOP = Pattern.compile("(?m)^\\d+\\. .*(\\n {3}.*)*");

  static Stream<String> methods() throws IOException {
    return METHOD.matcher(page()).results().map(MatchResult::group).distinct();
  }

  static List<String> flows() throws IOException {
    return Arrays.stream(page().split("(?m)^##+ ", -1))
        .filter(section -> section.contains("sequenceDiagram"))
        .toList();
  }

  static List<String> modules() throws IOException {
    return MODULE
        .matcher(Files.readString(SHARED_DB.resolve("pom.xml")))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void methodExists(String named) throws IOException {
    MatchResult name = METHOD.matcher(named).results().findFirst().orElseThrow();
    List<Path> files = sources().getOrDefault(name.group(1) + ".java", List.of());
    assertThat(files).as("source files of " + name.group(1)).hasSize(1);
    assertThat(declaration(name.group(2)).matcher(Files.readString(files.getFirst())).find())
        .as("%s declares %s", files.getFirst(), name.group(2))
        .isTrue();
  }

  @Test
  void flowsAreThree() throws IOException {
    assertThat(flows()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("flows")
  void flowHasAsManyHopsAsItsDiagram(String flow) {
    List<String> hops = HOP.matcher(flow).results().map(MatchResult::group).toList();
    assertThat(hops).hasSizeBetween(3, 10);
    assertThat(hops).allSatisfy(hop -> assertThat(hop).containsPattern(METHOD));
    assertThat(MESSAGE.matcher(flow).results()).hasSameSizeAs(hops);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void tableSaysWhatModuleMayUse(String module) throws IOException {
    String row = first("(?m)^\\| `%s` \\|(.*)\\|$".formatted(module), page());
    String[] cells = row.split("\\|", -1);
    assertThat(cells).as("cells behind " + module).hasSize(2);
    assertThat(names(Pattern.compile("`([\\w-]+)`"), cells[1]))
        .containsExactlyElementsOf(dependencies(module));
  }

  @Test
  void graphShowsDependencies() throws IOException {
    Map<String, Set<String>> shown = new TreeMap<>();
    ARROW
        .matcher(page())
        .results()
        .forEach(a -> shown.computeIfAbsent(a.group(1), m -> new TreeSet<>()).add(a.group(2)));
    Map<String, Set<String>> real = new TreeMap<>();
    for (String module : modules()) {
      real.put(module, dependencies(module));
    }
    real.values().removeIf(Set::isEmpty);
    assertThat(shown).isEqualTo(real);
  }

  @Test
  void pageIsShort() throws IOException {
    assertThat(page().lines()).hasSizeLessThanOrEqualTo(250);
  }

  /** A member of the file's class is indented by two spaces; a call has no type before its name. */
  private static Pattern declaration(String method) {
    return Pattern.compile("(?m)^ {2}(?! )[\\w<>\\[\\],.?&@ ]+ " + method + "\\(");
  }

  /** What a module is compiled with, without what only its tests use. */
  private static Set<String> dependencies(String module) throws IOException {
    String pom = Files.readString(SHARED_DB.resolve(module).resolve("pom.xml"));
    return DEPENDENCY
        .matcher(pom)
        .results()
        .map(match -> match.group(1))
        .filter(dependency -> !dependency.contains("<scope>test</scope>"))
        .flatMap(dependency -> names(OF_SHARED_DB, dependency).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String first(String pattern, String text) {
    List<String> found =
        Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
    assertThat(found).as(pattern).isNotEmpty();
    return found.getFirst();
  }

  private static Map<String, List<Path>> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : modules()) {
      Path folder = SHARED_DB.resolve(module).resolve("src/main/java");
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    return files.stream().collect(Collectors.groupingBy(file -> file.getFileName().toString()));
  }

  private static String page() throws IOException {
    return Files.readString(SHARED_DB.resolve("docs/architecture.md"));
  }
}
