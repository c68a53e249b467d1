package shareddb.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.base.names.LearnerName;
import shareddb.testing.Sql;

@Tag("long")
final class LearnersTest extends ClassCase {

  @Test
  void aClassOf200IsMadeInOneTransaction() throws SQLException {
    List<String> names = IntStream.rangeClosed(1, 200).mapToObj("learner_%03d"::formatted).toList();
    long start = System.nanoTime();

    AddLearnersResult result = addAll(names);

    System.out.println(
        "200 learners: " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    assertThat(result)
        .isInstanceOfSatisfying(
            AddLearnersResult.Added.class,
            added -> {
              assertThat(added.added()).hasSize(200);
              assertThat(added.already()).isEmpty();
            });
    assertThat(keys.values()).doesNotHaveDuplicates().hasSize(200);
    assertThat(Sql.text(login("learner_200"), "SELECT current_user")).isEqualTo("learner_200");
  }

  @Test
  void aSecondRunAddsOnlyWhatIsMissing() throws SQLException {
    add("twice_ada");
    Sql.run(login("twice_ada"), "CREATE SCHEMA twice_ada_work");

    AddLearnersResult second = add("twice_ada", "twice_bob");

    assertThat(second)
        .isEqualTo(
            new AddLearnersResult.Added(
                List.of(new LearnerName("twice_bob")), List.of(new LearnerName("twice_ada"))));
    assertThat(Sql.text(login("twice_ada"), "SELECT to_regnamespace('twice_ada_work')"))
        .isEqualTo("twice_ada_work");
  }

  @Test
  void aRoleThatIsNoLearnerIsNotTakenOver() throws SQLException {
    AddLearnersResult result = add("fresh_eve", DATABASE.admin().user());

    assertThat(result)
        .isInstanceOfSatisfying(
            AddLearnersResult.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .satisfies(
                        problem -> {
                          assertThat(problem.line()).isEqualTo(3);
                          assertThat(problem.what()).contains("role \"" + DATABASE.admin().user());
                        }));
    assertThat(new Learners(database).names()).isEmpty();
    assertThat(keys).isEmpty();
  }

  @Test
  void aNameMayHoldAnyCharacters() throws SQLException {
    String name = "<script>'\"$$ Zoë";

    add(name);
    Sql.run(login(name), "CREATE SCHEMA \"mine\"");

    assertThat(Sql.text(login(name), "SELECT current_user")).isEqualTo(name);
  }

  @Test
  void aNewKeyReplacesTheOld() throws SQLException {
    add("key_ida");
    var before = login("key_ida");

    Optional<LearnerKey> key =
        new Learners(database).renewKey(new LearnerName("key_ida"), made -> {});

    assertThat(org.assertj.core.api.Assertions.catchThrowable(before::connect)).isNotNull();
    var now = database.admin().as("key_ida", key.orElseThrow().password());
    assertThat(Sql.text(now, "SELECT 1")).isEqualTo("1");
    assertThat(new Learners(database).renewKey(new LearnerName("nn"), made -> {})).isEmpty();
  }

  @Test
  void aResetTakesSchemasAndProgressOfOneLearnerOnly() throws SQLException {
    add("reset_ada", "reset_bob");
    for (String name : List.of("reset_ada", "reset_bob")) {
      Sql.run(login(name), "CREATE SCHEMA %s_work CREATE TABLE t (id int)".formatted(name));
      Sql.run(login(name), "INSERT INTO class.progress (exercise, tries) VALUES ('00.1', 2)");
    }
    LearnerRemoval removal = removal();
    LearnerName ada = new LearnerName("reset_ada");
    assertThat(removal.possessions(ada).orElseThrow().tables()).isEqualTo(1);

    removal.reset(ada);

    assertThat(removal.possessions(ada)).contains(new LearnerRemoval.Possessions(0, 0, 0, 0));
    assertThat(removal.possessions(new LearnerName("reset_bob")).orElseThrow().exercises())
        .isEqualTo(1);
    assertThat(Sql.text(login("reset_ada"), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void whatIsTakenAwayIsKeptInFiles() throws SQLException, IOException {
    add("kept_ada");
    Sql.run(login("kept_ada"), "CREATE SCHEMA kept_ada_work CREATE TABLE t (id int, body text)");
    Sql.run(login("kept_ada"), "INSERT INTO kept_ada_work.t VALUES (1, 'one'), (2, 'two')");
    Sql.run(login("kept_ada"), "CREATE VIEW kept_ada_work.v AS SELECT 1 / 0 AS trap");
    Sql.run(login("kept_ada"), "INSERT INTO class.progress (exercise, tries) VALUES ('00.1', 2)");

    LearnerSnapshot kept = removal().remove(new LearnerName("kept_ada"));

    assertThat(kept.rows()).isEqualTo(2);
    assertThat(kept.notKept()).isEmpty();
    assertThat(kept.folder().resolve("tables.txt"))
        .hasContent("table-1.copy.gz  \"kept_ada_work\".\"t\" (\"id\", \"body\")");
    try (var rows =
        new GZIPInputStream(Files.newInputStream(kept.folder().resolve("table-1.copy.gz")))) {
      assertThat(rows).hasContent("1\tone\n2\ttwo\n");
    }
    assertThat(ImportProgress.from(kept.folder(), database))
        .isEqualTo(new ImportResult.Imported(List.of(new LearnerName("kept_ada"))));
  }

  @Test
  void aRemovedLearnerLeavesNothing() throws SQLException {
    add("gone_ada", "gone_bob");
    Sql.run(login("gone_ada"), "CREATE SCHEMA gone_ada_work CREATE TABLE t (id int)");
    Sql.run(login("gone_ada"), "GRANT USAGE ON SCHEMA gone_ada_work TO gone_ada_api, gone_bob");

    removal().remove(new LearnerName("gone_ada"));

    String left =
        "SELECT (SELECT count(*) FROM pg_roles WHERE rolname LIKE 'gone\\_ada%')"
            + " + (SELECT count(*) FROM pg_namespace WHERE nspname = 'gone_ada_work')";
    assertThat(Sql.text(database.admin(), left)).isEqualTo("0");
    assertThat(new Learners(database).names()).containsExactly("gone_bob");
  }
}
