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
import shareddb.fleet.SideBySide.Question;
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

  private final Question<T> question;
  private final Map<Login, List<SchemaName>> databases = new LinkedHashMap<>();
  private volatile @Nullable String away;

  ServerAsked(Question<T> question) {
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
    Map<Target, T> answers = new HashMap<>();
    try (Connection connection = login.impatient().connect()) {
      question
          .ask(connection, schemas)
          .forEach((schema, answer) -> answers.put(new Target(login, schema), answer));
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
    return new Answers<>(answers, Map.of());
  }

  private static <T> Answers<T> unseen(Login login, List<SchemaName> schemas, String why) {
    Map<Target, String> unseen = new HashMap<>();
    schemas.forEach(schema -> unseen.put(new Target(login, schema), why));
    return new Answers<>(Map.of(), unseen);
  }
}
