package shareddb.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import shareddb.migrate.SchemaReads;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;

/**
 * One server while its schemas are asked. Once it does not answer, nothing more is asked of it: a
 * server that is away costs one look, and not one for each of its databases.
 */
final class ServerAsked<T> {

  /** To connect costs as much as to ask so many. */
  private static final int PART = 100;

  private final SchemaReads.Reader<T> question;
  private final Map<Login, List<SchemaName>> databases = new LinkedHashMap<>();
  private volatile @Nullable String away;

  ServerAsked(SchemaReads.Reader<T> question) {
    this.question = question;
  }

  void add(Target target) {
    databases.computeIfAbsent(target.admin(), login -> new ArrayList<>()).add(target.schema());
  }

  /** Where each part is one database, the first of them tells whether it answers at all. */
  boolean isFirstAlone() {
    return databases.size() > 1;
  }

  /** Each on a connection of its own. */
  List<Callable<Answers<T>>> parts(int connections) {
    List<Callable<Answers<T>>> parts = new ArrayList<>();
    databases.forEach(
        (login, all) -> {
          int part = Math.max(PART, Math.ceilDiv(all.size(), connections));
          for (int start = 0; start < all.size(); start += part) {
            List<SchemaName> some = all.subList(start, Math.min(start + part, all.size()));
            parts.add(() -> ask(login, some));
          }
        });
    return parts;
  }

  private Answers<T> ask(Login login, List<SchemaName> schemas) throws SQLException {
    String known = away;
    if (known != null) {
      return unseen(login, schemas, known);
    }
    Answers<T> answers = Answers.none();
    try (Connection connection = login.impatient().connect()) {
      SchemaReads<T> reads = SchemaReads.of(connection, schemas, question);
      reads.read().forEach((schema, one) -> answers.of().put(new Target(login, schema), one));
      reads.locked().forEach((schema, by) -> answers.locked().put(new Target(login, schema), by));
    } catch (SQLException e) {
      if (Absence.isOfServer(e)) {
        String why = Absence.said(login, e);
        away = why;
        return unseen(login, schemas, why);
      }
      if (!Absence.isOfDatabase(e)) {
        throw e;
      }
    }
    return answers;
  }

  private static <T> Answers<T> unseen(Login login, List<SchemaName> schemas, String why) {
    Map<Target, String> unseen = new HashMap<>();
    schemas.forEach(schema -> unseen.put(new Target(login, schema), why));
    return new Answers<>(Map.of(), unseen, Map.of());
  }
}
