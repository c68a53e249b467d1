package shareddb.cli;

import java.util.stream.Collectors;
import shareddb.cli.json.Json;
import shareddb.names.TenantName;
import shareddb.tenants.Unfinished.Finished;

/** What became of tenants whose making had been begun and stopped, as it is told. */
record TenantsFinished(TenantsMove asked) {

  ExitCode tell(Finished finished) {
    if (finished.whole().isEmpty() && finished.failed().isEmpty()) {
      return ExitCode.DONE;
    }
    ExitCode exit = finished.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    if (asked.json().wanted()) {
      asked.surroundings().terminal().print(json(finished));
    } else {
      print(finished);
    }
    return exit;
  }

  private void print(Finished finished) {
    Terminal terminal = asked.surroundings().terminal();
    if (!finished.whole().isEmpty()) {
      terminal.print(
          "made whole what was begun: "
              + finished.whole().stream()
                  .map(TenantName::toString)
                  .collect(Collectors.joining(", ")));
      terminal.print(
          "nobody has the key of such a tenant:  ./db tenants rotate-key "
              + finished.whole().getFirst());
    }
    if (!finished.failed().isEmpty()) {
      StringBuilder what = new StringBuilder("not made whole what was begun:");
      finished.failed().forEach((name, why) -> what.append("\n  " + name + "  " + why));
      terminal.complain(Terminal.indented(what.toString(), 7));
      terminal.advise("mend what the reasons name, then  " + asked.again());
    }
  }

  private static Json json(Finished finished) {
    return TenantsJson.named("finished")
        .putTexts("whole", finished.whole().stream().map(TenantName::value).toList())
        .put(
            "failed",
            finished.failed().entrySet().stream()
                .map(
                    one ->
                        new Json()
                            .put("tenant", one.getKey().value())
                            .put("reason", one.getValue()))
                .toList());
  }
}
