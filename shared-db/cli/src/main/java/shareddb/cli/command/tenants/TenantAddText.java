package shareddb.cli.command.tenants;

import java.time.Duration;
import java.util.List;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.TenantText;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;

/** The text and the JSON of adding one tenant, or of resuming its creation. */
record TenantAddText(Terminal terminal, JsonOption json, Duration took) {

  /**
   * Prints the result.
   *
   * @param again the command that continues
   */
  ExitCode tell(AddTenantResult result, String again) {
    return switch (result) {
      case AddTenantResult.Added(Tenant tenant, TenantKey key) -> added(tenant, key);
      case AddTenantResult.AlreadyThere(Tenant tenant) -> there(tenant);
      case AddTenantResult.Refused(List<String> problems) ->
          throw CommandFailure.failed(
              String.join("\n", problems) + "\nnothing was changed",
              "mend that:  ./db tenants add --help     (all there are:  ./db tenants list)");
      case AddTenantResult.Failed(TenantName name, String reason) ->
          throw CommandFailure.failed(
              "tenant " + name + " could not be made: " + reason + "\nit is registered as failed",
              "mend what the reason names, then  " + again);
      case AddTenantResult.Postponed(TenantName name, String why) ->
          throw CommandFailure.failed("tenant " + name + " is not there yet: " + why, again);
    };
  }

  private ExitCode added(Tenant tenant, TenantKey key) {
    if (json.wanted()) {
      terminal.print(TenantText.json(tenant).put("added", true).put("key", key.value()));
      return ExitCode.DONE;
    }
    terminal.print(
        "%s tenant %s of type %s at %s: %s, in %s"
            .formatted(
                terminal.tick(),
                tenant.name(),
                tenant.type(),
                tenant.domain(),
                TenantText.place(tenant),
                TimeText.took(took)));
    TenantText.print(key, tenant.name(), terminal);
    return ExitCode.DONE;
  }

  private ExitCode there(Tenant tenant) {
    return json.tell(
        terminal,
        () -> TenantText.json(tenant).put("added", false).putNull("key"),
        () -> {
          terminal.print(
              "tenant %s of type %s is there already, at %s: %s"
                  .formatted(
                      tenant.name(),
                      tenant.type(),
                      tenant.domain(),
                      TenantText.status(tenant.status(), terminal)));
          terminal.note(
              "a key is shown once, when its tenant is made; another one:  ./db tenants rotate-key "
                  + tenant.name());
        });
  }
}
