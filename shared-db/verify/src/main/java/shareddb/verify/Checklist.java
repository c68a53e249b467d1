package shareddb.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import shareddb.base.track.InvalidTrack;
import shareddb.migrate.history.LockedHistory;
import shareddb.tenants.registry.MissingRegistry;
import shareddb.tenants.registry.TenantModule;
import shareddb.verify.checks.ApiAnswers;
import shareddb.verify.checks.Check;
import shareddb.verify.checks.CheckContext;
import shareddb.verify.checks.CheckOutcome;
import shareddb.verify.checks.CheckSubject;
import shareddb.verify.checks.ChecksumsUnchanged;
import shareddb.verify.checks.ConventionKept;
import shareddb.verify.checks.FilesReadable;
import shareddb.verify.checks.HistoryInside;
import shareddb.verify.checks.IndexesValid;
import shareddb.verify.checks.NewestVersion;
import shareddb.verify.checks.PublicClosed;
import shareddb.verify.checks.RoleRestricted;
import shareddb.verify.checks.SchemaThere;
import shareddb.verify.checks.ServerUp;
import shareddb.verify.checks.TablesThere;
import shareddb.verify.checks.UndoScripts;
import shareddb.verify.tenants.TenantHistories;
import shareddb.verify.tenants.TenantIndexes;
import shareddb.verify.tenants.TenantLogins;
import shareddb.verify.tenants.TenantRoles;
import shareddb.verify.tenants.TenantSchemas;
import shareddb.verify.tenants.TenantTables;
import shareddb.verify.tenants.TenantsNewest;

/** Runs all checks, in an order in which each comes after the checks that it needs. */
public final class Checklist {

  private static final String NO_SUCH_DATABASE = "3D000";

  /** A check, and the checks that must pass before it. */
  private record Step(Check check, List<Step> needs) {}

  private final CheckContext scene;
  private final Map<Step, CheckFinding> findings = new HashMap<>();

  private Checklist(CheckContext scene) {
    this.scene = scene;
  }

  /** Runs the checks; the listener receives each finding at once. */
  public static CheckReport run(CheckSubject subject, Consumer<CheckFinding> heard)
      throws SQLException {
    try (CheckContext scene = new CheckContext(subject)) {
      Checklist checklist = new Checklist(scene);
      List<CheckFinding> all = new ArrayList<>();
      for (Step step : steps(subject)) {
        CheckFinding finding = new CheckFinding(step.check().title(), checklist.outcome(step));
        checklist.findings.put(step, finding);
        all.add(finding);
        heard.accept(finding);
      }
      return new CheckReport(all);
    }
  }

  private static List<Step> steps(CheckSubject subject) {
    return subject.isOfTenants() ? stepsOfTenants(subject) : stepsOfSchema(subject);
  }

  private static List<Step> stepsOfTenants(CheckSubject subject) {
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

  private static boolean hasDatabases(CheckSubject subject) {
    return subject.tenants().flatMap(TenantModule::databases).isPresent();
  }

  private static List<Step> stepsOfSchema(CheckSubject subject) {
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
    // The API always serves the schema named after its module. It migrates when it starts, so it is
    // started only if nothing is pending.
    if (subject.target().schema().equals(subject.track().module().schema())) {
      steps.add(step(new ApiAnswers(), checksums, newest, tables, role));
    }
    return List.copyOf(steps);
  }

  private static Step step(Check check, Step... needs) {
    return new Step(check, List.of(needs));
  }

  private CheckOutcome outcome(Step step) {
    Optional<String> obstacle =
        step.needs().stream()
            .map(needed -> findings.get(needed))
            .filter(finding -> finding != null && !finding.passed())
            .map(CheckFinding::title)
            .findFirst();
    return obstacle
        .map(title -> (CheckOutcome) new CheckOutcome.NotRun(title))
        .orElseGet(() -> look(step));
  }

  private CheckOutcome look(Step step) {
    try {
      return step.check().look(scene);
    } catch (LockedHistory e) {
      return new CheckOutcome.Failed(
          String.valueOf(e.getMessage()), "end that session's transaction");
    } catch (SQLException e) {
      return new CheckOutcome.Failed(
          "Postgres says: " + e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")",
          NO_SUCH_DATABASE.equals(e.getSQLState())
              ? scene.subject().command("upgrade")
              : "./db status");
    } catch (MissingRegistry e) {
      return new CheckOutcome.Failed(
          String.valueOf(e.getMessage()), "./db upgrade " + e.module().shared().label());
    } catch (InvalidTrack e) {
      return new CheckOutcome.Failed(String.join("\n", e.problems()), "rename or mend these files");
    }
  }
}
