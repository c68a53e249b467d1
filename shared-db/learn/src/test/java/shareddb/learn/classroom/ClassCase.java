package shareddb.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.LearnerName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** A class without learners on a real server, and the keys of those who are added. */
abstract class ClassCase {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir Path snapshots;

  final Map<LearnerName, Secret> keys = new HashMap<>();

  ClassDatabase database = new ClassDatabase(DATABASE.admin());

  @BeforeEach
  void make() throws SQLException {
    database = ClassDatabase.ensure(DATABASE.admin());
  }

  /** Roles belong to the whole server, so they are dropped one by one. */
  @AfterEach
  void drop() throws SQLException {
    for (String name : new Learners(database).names()) {
      removal().remove(new LearnerName(name));
    }
    ServerDatabases.drop(DATABASE.admin(), database.admin().database());
    Sql.run(
        DATABASE.admin(),
        "DROP ROLE %s, %s".formatted(database.learners().quoted(), database.apis().quoted()));
  }

  LearnerRemoval removal() {
    return new LearnerRemoval(database, snapshots);
  }

  AddLearnersResult add(String... names) throws SQLException {
    return addAll(List.of(names));
  }

  AddLearnersResult addAll(List<String> names) throws SQLException {
    RosterResult roster =
        RosterReader.read(
            new StringReader(
                "name\n" + String.join("\n", names.stream().map(ClassCase::quoted).toList())));
    assertThat(roster).isInstanceOf(RosterResult.Complete.class);
    return new Learners(database)
        .add(
            ((RosterResult.Complete) roster).entries(),
            made -> made.forEach(key -> keys.put(key.learner(), key.password())));
  }

  /** The learner's own login to the class's database. */
  Login login(String learner) {
    LearnerName name = new LearnerName(learner);
    return database.admin().as(learner, Objects.requireNonNull(keys.get(name)));
  }

  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }
}
