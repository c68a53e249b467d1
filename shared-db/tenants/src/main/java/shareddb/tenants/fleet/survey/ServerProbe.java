package shareddb.tenants.fleet.survey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.migrate.history.HistoryReads;
import shareddb.tenants.fleet.target.UnreachableDatabase;

/**
 * One server while its schemas are asked. Once it does not answer, nothing more is asked of it: a
 * server that is away costs one look, and not one for each of its databases.
 */
final class ServerProbe<T> {

  /** To connect costs as much as to ask so many. */
  private static final int PART = 100;

  private final HistoryReads.Reader<T> question;
  private final Map<Login, List<SchemaName>> databases = new LinkedHashMap<>();
  private volatile @Nullable String away;

  ServerProbe(HistoryReads.Reader<T> question) {
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
  List<Callable<SurveyAnswers<T>>> parts(int connections) {
    List<Callable<SurveyAnswers<T>>> parts = new ArrayList<>();
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

  private SurveyAnswers<T> ask(Login login, List<SchemaName> schemas) throws SQLException {
    String known = away;
    if (known != null) {
      return unseen(login, schemas, known);
    }
    SurveyAnswers<T> answers = SurveyAnswers.none();
    try (Connection connection = login.impatient().connect()) {
      HistoryReads<T> reads = HistoryReads.of(connection, schemas, question);
      reads.read().forEach((schema, one) -> answers.of().put(new Target(login, schema), one));
      reads.locked().forEach((schema, by) -> answers.locked().put(new Target(login, schema), by));
    } catch (SQLException e) {
      if (UnreachableDatabase.isOfServer(e)) {
        String why = UnreachableDatabase.said(login, e);
        away = why;
        return unseen(login, schemas, why);
      }
      if (!UnreachableDatabase.isOfDatabase(e)) {
        throw e;
      }
    }
    return answers;
  }

  private static <T> SurveyAnswers<T> unseen(Login login, List<SchemaName> schemas, String why) {
    Map<Target, String> unseen = new HashMap<>();
    schemas.forEach(schema -> unseen.put(new Target(login, schema), why));
    return new SurveyAnswers<>(Map.of(), unseen, Map.of());
  }
}
