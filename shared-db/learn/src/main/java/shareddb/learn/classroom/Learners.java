package shareddb.learn.classroom;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.jdbc.OutcomeUnknown;
import shareddb.base.jdbc.Query;
import shareddb.base.names.LearnerName;

/** The learners of a class: adds them, and gives them new keys. */
public record Learners(ClassDatabase database) {

  /**
   * Adds all learners of a roster in one transaction. Those who are in the class stay as they are.
   */
  public AddLearnersResult add(List<RosterResult.Entry> roster, LearnerKeyReceiver receiver)
      throws SQLException {
    try {
      return ClassTransaction.run(database, connection -> add(connection, roster, receiver));
    } catch (OutcomeUnknown e) {
      return new AddLearnersResult.Unknown(e);
    }
  }

  private AddLearnersResult add(
      Connection connection, List<RosterResult.Entry> roster, LearnerKeyReceiver receiver)
      throws SQLException {
    Set<String> members = Set.copyOf(new LearnerRoles(database).all(connection));
    List<RosterResult.Entry> missing =
        roster.stream().filter(entry -> !members.contains(entry.name().value())).toList();
    List<RosterResult.Problem> foreign = foreign(connection, missing);
    if (!foreign.isEmpty()) {
      return new AddLearnersResult.Refused(foreign);
    }
    List<LearnerName> added = missing.stream().map(RosterResult.Entry::name).toList();
    if (!added.isEmpty()) {
      List<LearnerKey> keys = added.stream().map(LearnerKey::random).toList();
      register(connection, missing);
      new LearnerRoles(database).make(connection, keys);
      receiver.keep(keys);
    }
    return new AddLearnersResult.Added(
        added,
        roster.stream()
            .map(RosterResult.Entry::name)
            .filter(name -> members.contains(name.value()))
            .toList());
  }

  /** Names of the roster that other roles of the server have. */
  private static List<RosterResult.Problem> foreign(
      Connection connection, List<RosterResult.Entry> entries) throws SQLException {
    List<String> wanted =
        entries.stream()
            .map(RosterResult.Entry::name)
            .flatMap(name -> List.of(name.role().value(), name.apiRole().value()).stream())
            .toList();
    Set<String> taken =
        new HashSet<>(
            texts(
                connection,
                "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = ANY (?)",
                wanted));
    List<RosterResult.Problem> problems = new ArrayList<>();
    for (RosterResult.Entry entry : entries) {
      List.of(entry.name().role(), entry.name().apiRole()).stream()
          .filter(role -> taken.contains(role.value()))
          .findFirst()
          .ifPresent(
              role ->
                  problems.add(
                      new RosterResult.Problem(
                          entry.line(),
                          "the server has a role \"%s\" already, which is no learner of this class"
                              .formatted(role))));
    }
    return problems;
  }

  private static void register(Connection connection, List<RosterResult.Entry> entries)
      throws SQLException {
    String sql =
        "INSERT INTO class.learner (name, email) SELECT name, nullif(email, '')"
            + " FROM unnest(?::text[], ?::text[]) AS roster (name, email)"
            + " ON CONFLICT (name) DO UPDATE SET email = coalesce(excluded.email, learner.email)";
    Query.of(
            connection,
            sql,
            entries.stream().map(entry -> entry.name().value()).toList(),
            entries.stream().map(entry -> entry.email().orElse("")).toList())
        .update();
  }

  /** Gives a learner a new key. Empty if the class has no such role. */
  public Optional<LearnerKey> renewKey(LearnerName learner, LearnerKeyReceiver receiver)
      throws SQLException {
    return ClassTransaction.run(
        database,
        connection -> {
          if (!new LearnerRoles(database).all(connection).contains(learner.value())) {
            return Optional.empty();
          }
          LearnerKey key = LearnerKey.random(learner);
          new LearnerRoles(database).renew(connection, key);
          receiver.keep(List.of(key));
          return Optional.of(key);
        });
  }

  /** The names of all learners, sorted. */
  public List<String> names() throws SQLException {
    try (Connection connection = database.admin().reading().connect()) {
      return texts(connection, "SELECT name FROM class.learner ORDER BY name");
    }
  }

  static boolean has(Connection connection, LearnerName learner) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM class.learner WHERE name = ?)";
    return Query.of(connection, sql, learner.value()).isTrue();
  }

  private static List<String> texts(Connection connection, String sql, Object... values)
      throws SQLException {
    return Query.of(connection, sql, values).list(row -> row.getString(1));
  }
}
