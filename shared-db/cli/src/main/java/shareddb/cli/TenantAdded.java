package shareddb.cli;

import java.time.Duration;
import java.util.List;
import shareddb.names.TenantName;
import shareddb.tenants.AddResult;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantKey;

/** How adding one tenant, or going on with it, ended. */
record TenantAdded(Terminal terminal, JsonOption json, Duration took) {

  /**
   * Says it.
   *
   * @param again the command that goes on
   */
  ExitCode tell(AddResult result, String again) {
    return switch (result) {
      case AddResult.Added(Tenant tenant, TenantKey key) -> added(tenant, key);
      case AddResult.AlreadyThere(Tenant tenant) -> there(tenant);
      case AddResult.Refused(List<String> problems) ->
          throw CommandFailure.failed(
              String.join("\n", problems) + "\nnothing was changed",
              "mend that:  ./db tenants add --help     (all there are:  ./db tenants list)");
      case AddResult.Failed(TenantName name, String reason) ->
          throw CommandFailure.failed(
              "tenant " + name + " could not be made: " + reason + "\nit is registered as failed",
              "mend what the reason names, then  " + again);
      case AddResult.Postponed(TenantName name, String why) ->
          throw CommandFailure.failed("tenant " + name + " is not there yet: " + why, again);
    };
  }

  private ExitCode added(Tenant tenant, TenantKey key) {
    if (json.wanted()) {
      terminal.print(TenantLines.json(tenant).put("added", true).put("key", key.value()));
      return ExitCode.DONE;
    }
    terminal.print(
        "%s tenant %s of type %s at %s: %s, in %s"
            .formatted(
                terminal.tick(),
                tenant.name(),
                tenant.type(),
                tenant.domain(),
                TenantLines.place(tenant),
                Moment.took(took)));
    TenantLines.print(key, tenant.name(), terminal);
    return ExitCode.DONE;
  }

  private ExitCode there(Tenant tenant) {
    return json.tell(
        terminal,
        () -> TenantLines.json(tenant).put("added", false).putNull("key"),
        () -> {
          terminal.print(
              "tenant %s of type %s is there already, at %s: %s"
                  .formatted(
                      tenant.name(),
                      tenant.type(),
                      tenant.domain(),
                      TenantLines.status(tenant.status(), terminal)));
          terminal.note(
              "a key is shown once, when its tenant is made; another one:  ./db tenants rotate-key "
                  + tenant.name());
        });
  }
}
