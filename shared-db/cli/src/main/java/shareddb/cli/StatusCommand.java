package shareddb.cli;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.overview.Overview;
import shareddb.overview.Standing;
import shareddb.server.ServerStatus;
import shareddb.server.WorkshopServer;
import shareddb.settings.Settings;
import shareddb.tenants.TenantModule;

/** {@code ./db status}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
final class StatusCommand implements Command {

  /** Accepted from scripts of before, which had to ask for exit code 3. */
  @Option(names = "--check", hidden = true)
  void check(boolean typed) {}

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Settings settings = surroundings.settings();
    ServerStatus status = WorkshopServer.of(settings).status();
    if (status.problem().isPresent()) {
      throw ServerLines.failure(status.problem().get());
    }
    List<Standing> standings =
        status.running()
            ? Overview.of(settings.admin(), surroundings.workshop().tracks())
            : List.of();
    List<TenantsApart> apart = status.running() ? apart(surroundings) : List.of();
    json.tell(
        surroundings.terminal(),
        () -> StatusJson.of(status, standings, apart),
        () -> print(status, standings, apart, surroundings));
    boolean fine =
        status.running()
            && standings.stream().allMatch(Standing::asItShouldBe)
            && apart.stream().allMatch(TenantsApart::asItShouldBe);
    return fine ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private static List<TenantsApart> apart(Surroundings surroundings) throws SQLException {
    List<TenantsApart> apart = new ArrayList<>();
    for (TenantModule module : TenantModule.in(surroundings.workshop())) {
      TenantsApart.of(module, surroundings.settings()).ifPresent(apart::add);
    }
    return apart;
  }

  private static void print(
      ServerStatus status,
      List<Standing> standings,
      List<TenantsApart> apart,
      Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    String title = ServerLines.title(status);
    terminal.print(
        status.running() ? terminal.tick() + " " + title + ": running" : title + ": not running");
    terminal.print(ServerLines.details(status, surroundings));
    if (!status.running()) {
      terminal.advise("./db start");
      return;
    }
    terminal.print("");
    terminal.print(
        StatusTable.of(
            standings, TenantModule.in(surroundings.workshop()), apart, status.admin().database()));
    apart.stream()
        .map(TenantsApart::lost)
        .filter(lost -> !lost.isEmpty())
        .forEach(
            lost -> {
              lost.lines()
                  .forEach(line -> terminal.print(lost.module().tenant().label() + ": " + line));
              terminal.advise(lost.next());
            });
  }
}
