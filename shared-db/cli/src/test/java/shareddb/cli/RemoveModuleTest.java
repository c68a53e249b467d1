package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** A module is removed: its schemas, its folder, and its lines in Maven's lists. */
@Tag("long")
class RemoveModuleTest extends SchemaCase {

  private static final String NAME = "98_birds";

  private Map<String, String> listsBefore = Map.of();

  @BeforeEach
  void aModuleWithRows() throws IOException, SQLException {
    dropSchemas();
    listsBefore = lists();
    tool = tool.with("WORKSHOP_SCHEMA", "");
    done("new", NAME);
    done("upgrade", NAME);
    query("INSERT INTO \"98_birds\".notes (body) VALUES ('a'), ('b'); SELECT 1");
  }

  @Test
  void itsSchemasItsFolderAndItsLinesGoAndItsRowsAreKept() throws Exception {
    done("upgrade", NAME, "--schema", "birds copy");
    query("INSERT INTO \"birds copy\".notes (body) VALUES ('c'); SELECT 1");

    Tool.Run run = done("new", "--remove", "98", "--yes");

    assertThat(run.out())
        .contains("\"98_birds\" is gone", "\"birds copy\" is gone", "2 rows of 1 table")
        .contains("its folder is localdev/removed/98_birds now");
    assertThat(lists()).isEqualTo(listsBefore);
    assertThat(root.resolve("workshop/98_birds")).doesNotExist();
    assertThat(left()).isEqualTo("0");
    assertThat(tool.run("status").out()).doesNotContain("birds");
    assertThat(tool.run("journal").out()).contains("remove");
  }

  @Test
  void itIsToldFirstWhatGoes() throws Exception {
    Map<String, String> before = lists();
    Tool.Run run = tool.run("new", "--remove", NAME);
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("drop \"98_birds\" with 2 rows")
        .contains("workshop/app/pom.xml and workshop/pom.xml")
        .contains("next:  ./db new --remove 98_birds --yes");

    Tool.Run shown = done("new", "--remove", NAME, "--dry-run");
    assertThat(shown.out()).contains("removing 98_birds would\n  drop \"98_birds\" with 2 rows\n");
    assertThat(tool.interactive().runTyping("n\n", "new", "--remove", NAME).exit())
        .isEqualTo(ExitCode.FAILED);
    assertThat(lists()).isEqualTo(before);
    assertThat(query("SELECT count(*) FROM \"98_birds\".notes")).isEqualTo("2");
  }

  @Test
  void theCommandsThatItPrintsBringItBack() throws Exception {
    Map<String, String> before = lists();
    Tool.Run run = done("new", "--remove", NAME, "--yes");
    String restore =
        run.out().lines().filter(l -> l.contains("./db restore")).findFirst().orElse("");

    Files.move(root.resolve("localdev/removed/98_birds"), root.resolve("workshop/98_birds"));
    done("new", NAME);
    done(restore.strip().substring("./db ".length()).split(" "));
    assertThat(lists()).isEqualTo(before);
    assertThat(query("SELECT count(*) FROM \"98_birds\".notes")).isEqualTo("2");
  }

  @Test
  void aFolderThatWasDeletedByHandIsUnderstood() throws Exception {
    delete(root.resolve("workshop/98_birds"));
    assertThat(tool.run("status").out())
        .containsPattern("\\(none of these\\) +\"98_birds\" .*  ./db new --remove 98_birds");

    Tool.Run run = done("new", "--remove", "98", "--yes");
    assertThat(run.out()).contains("\"98_birds\" is gone", "2 rows of 1 table");
    assertThat(lists()).isEqualTo(listsBefore);
    assertThat(left()).isEqualTo("0");
  }

  @Test
  void aRemovalThatWasStoppedGoesOn() throws Exception {
    query("DROP TABLE \"98_birds\".flyway_schema_history; SELECT 1");
    for (Map.Entry<String, String> list : listsBefore.entrySet()) {
      Files.writeString(root.resolve(list.getKey()), list.getValue());
    }
    done("new", "--remove", NAME, "--yes");
    assertThat(left()).isEqualTo("0");
    assertThat(root.resolve("workshop/98_birds")).doesNotExist();

    Tool.Run again = tool.run("new", "--remove", NAME, "--yes");
    assertThat(again.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("there is no module \"98_birds\"");
  }

  @Test
  void whatOthersNeedStaysAndIsNamed() throws Exception {
    Map<String, String> before = lists();
    query("CREATE VIEW public.needs_birds AS SELECT id FROM \"98_birds\".notes; SELECT 1");
    Tool.Run run = tool.run("new", "--remove", NAME, "--yes");
    query("DROP VIEW public.needs_birds; SELECT 1");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("needs_birds", "nothing was changed", "then  ./db new --remove 98_birds");
    assertThat(lists()).isEqualTo(before);
    assertThat(query("SELECT count(*) FROM \"98_birds\".notes")).isEqualTo("2");
  }

  @Test
  void scriptsGetItAsJson() throws Exception {
    assertThat(done("new", "--remove", NAME, "--yes", "--json").out())
        .contains("\"removed\":true", "\"rows\":2", "\"folder_now\":\"localdev/removed/98_birds\"")
        .contains("\"restore\":[\"mv localdev/removed/98_birds workshop/98_birds\"");
  }

  private Tool.Run done(String... arguments) {
    Tool.Run run = tool.run(arguments);
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    return run;
  }

  private Map<String, String> lists() throws IOException {
    Map<String, String> lists = new TreeMap<>();
    for (String file : new String[] {"workshop/pom.xml", "workshop/app/pom.xml"}) {
      lists.put(file, Files.readString(root.resolve(file)));
    }
    return lists;
  }

  /** The schemas and roles that are left of the module. */
  private String left() throws SQLException {
    return query(
        """
        SELECT (SELECT count(*) FROM pg_namespace WHERE nspname LIKE '%birds%')
             + (SELECT count(*) FROM pg_roles WHERE rolname IN ('98_birds_api', 'birds copy_api'))
        """);
  }

  private void dropSchemas() throws SQLException {
    query("DROP SCHEMA IF EXISTS \"98_birds\", \"birds copy\" CASCADE; SELECT 1");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
