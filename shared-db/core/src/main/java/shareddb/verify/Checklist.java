package shareddb.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import shareddb.migrate.LockedHistory;
import shareddb.tenants.NoRegistry;
import shareddb.tenants.TenantModule;
import shareddb.track.InvalidTrack;

/** Runs all checks, in an order in which each finds what it builds on looked at already. */
public final class Checklist {

  private static final String NO_SUCH_DATABASE = "3D000";

  /** A check, and those without which it has nothing to look at. */
  private record Step(Check check, List<Step> needs) {}

  private final Scene scene;
  private final Map<Step, Finding> findings = new HashMap<>();

  private Checklist(Scene scene) {
    this.scene = scene;
  }

  /** Each finding is heard as soon as it is there. */
  public static Report run(Subject subject, Consumer<Finding> heard) throws SQLException {
    try (Scene scene = new Scene(subject)) {
      Checklist checklist = new Checklist(scene);
      List<Finding> all = new ArrayList<>();
      for (Step step : steps(subject)) {
        Finding finding = new Finding(step.check().title(), checklist.outcome(step));
        checklist.findings.put(step, finding);
        all.add(finding);
        heard.accept(finding);
      }
      return new Report(all);
    }
  }

  private static List<Step> steps(Subject subject) {
    return subject.isOfTenants() ? stepsOfTenants(subject) : stepsOfSchema(subject);
  }

  private static List<Step> stepsOfTenants(Subject subject) {
    Step files = step(new FilesReadable());
    Step server = step(new ServerUp());
    Step schemas = step(new TenantSchemas(), files, server);
    Step histories = step(new TenantHistories(), schemas);
    return List.of(
        files,
        step(new UndoScripts(), files),
        server,
        schemas,
        histories,
        step(new TenantsNewest(), histories),
        step(new TenantTables(), histories),
        step(new TenantIndexes(), schemas),
        step(hasDatabases(subject) ? new TenantLogins() : new TenantRoles(), schemas));
  }

  private static boolean hasDatabases(Subject subject) {
    return subject.tenants().flatMap(TenantModule::databases).isPresent();
  }

  private static List<Step> stepsOfSchema(Subject subject) {
    Step convention = step(new ConventionKept());
    Step files = step(new FilesReadable());
    Step undo = step(new UndoScripts(), files);
    Step server = step(new ServerUp());
    Step schema = step(new SchemaThere(), server);
    Step history = step(new HistoryInside(), server, schema);
    Step checksums = step(new ChecksumsUnchanged(), files, history);
    Step newest = step(new NewestVersion(), files, history);
    Step tables = step(new TablesThere(), files, schema, newest);
    Step indexes = step(new IndexesValid(), server, schema);
    Step role = step(new RoleRestricted(), server, schema);
    Step emptyPublic = step(new PublicClosed(), server);
    List<Step> steps =
        new ArrayList<>(
            List.of(
                convention,
                files,
                undo,
                server,
                schema,
                history,
                checksums,
                newest,
                tables,
                indexes,
                role,
                emptyPublic));
    // The API always serves the schema named after its module. It migrates when it starts: so it is
    // only started where there is nothing to migrate.
    if (subject.target().schema().equals(subject.track().module().schema())) {
      steps.add(step(new ApiAnswers(), checksums, newest, tables, role));
    }
    return List.copyOf(steps);
  }

  private static Step step(Check check, Step... needs) {
    return new Step(check, List.of(needs));
  }

  private Outcome outcome(Step step) {
    Optional<String> obstacle =
        step.needs().stream()
            .map(needed -> findings.get(needed))
            .filter(finding -> finding != null && !finding.passed())
            .map(Finding::title)
            .findFirst();
    return obstacle.map(title -> (Outcome) new Outcome.NotRun(title)).orElseGet(() -> look(step));
  }

  private Outcome look(Step step) {
    try {
      return step.check().look(scene);
    } catch (LockedHistory e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()), "end that session's transaction");
    } catch (SQLException e) {
      return new Outcome.Failed(
          "Postgres says: " + e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")",
          NO_SUCH_DATABASE.equals(e.getSQLState())
              ? scene.subject().command("upgrade")
              : "./db status");
    } catch (NoRegistry e) {
      return new Outcome.Failed(
          String.valueOf(e.getMessage()), "./db upgrade " + e.module().shared().label());
    } catch (InvalidTrack e) {
      return new Outcome.Failed(String.join("\n", e.problems()), "rename or mend these files");
    }
  }
}
