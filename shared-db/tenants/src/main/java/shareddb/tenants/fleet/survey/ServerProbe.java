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
import shareddb.tenants.fleet.targets.UnreachableDatabase;

/**
 * Asks the schemas of one server. After the first error that says that the server does not answer,
 * it asks nothing more, so that an unreachable server costs one wait, and not one for each of its
 * databases.
 */
final class ServerProbe<T> {

  /** The smallest part: to connect costs as much as to ask this number of schemas. */
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

  /**
   * Whether the first part must be asked before the others. With several databases, the first one
   * shows whether the server answers.
   */
  boolean isFirstAlone() {
    return databases.size() > 1;
  }

  /** The parts of the work; each part opens its own connection. */
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
    try (Connection connection = login.impatient().reading().connect()) {
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
