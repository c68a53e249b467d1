package shareddb.cli.command.tenants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.names.PrintableText;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.TenantKeyFile;
import shareddb.tenants.lifecycle.BatchLine;
import shareddb.tenants.lifecycle.BatchListener;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.KeyReceiver;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;

/** Prints the outcomes of a batch while it runs: each bad line at once. */
final class TenantBatchText implements BatchListener, KeyReceiver, AutoCloseable {

  private final Terminal terminal;
  private final boolean json;
  private final Optional<TenantKeyFile> keys;
  private final ProgressLine line;
  private final TenantBatchCount count = new TenantBatchCount();

  TenantBatchText(Terminal terminal, boolean json, Optional<TenantKeyFile> keys) {
    this.terminal = terminal;
    this.json = json;
    this.keys = keys;
    this.line = new ProgressLine("adding tenants", terminal);
  }

  /**
   * Counts the lines before they are processed. Fails in time if there are too many keys to show,
   * and no file for them.
   */
  @Override
  public void reads(int lines) {
    count.reads(lines);
    if (keys.isEmpty() && !json && count.read() > TenantKeyFile.SHOWN) {
      throw CommandFailure.usage(
          "more than " + TenantKeyFile.SHOWN + " lines: their keys want a file" + count.soFar(),
          "type the same command with  --keys keys.csv");
    }
  }

  @Override
  public void receives(Map<TenantName, TenantKey> some) {
    keys.ifPresent(file -> file.write(some));
  }

  @Override
  public void ends(BatchLine ended) {
    count.add(ended.result());
    if (json) {
      terminal.print(json(ended));
    } else {
      tell(ended);
    }
    line.say(count.progress());
  }

  @Override
  public void close() {
    line.close();
  }

  TenantBatchCount count() {
    return count;
  }

  private void tell(BatchLine ended) {
    switch (ended.result()) {
      case AddTenantResult.Added(Tenant tenant, TenantKey key) -> {
        if (keys.isEmpty()) {
          terminal.print(tenant.name() + "  " + key.value());
        }
      }
      case AddTenantResult.AlreadyThere there -> {}
      case AddTenantResult.Refused(List<String> problems) ->
          complain(ended, "refused: " + String.join("; ", problems));
      case AddTenantResult.Failed(TenantName name, String reason) ->
          complain(ended, "failed: " + reason);
      case AddTenantResult.Postponed(TenantName name, String why) ->
          complain(ended, "not yet there: " + why);
    }
  }

  private void complain(BatchLine ended, String what) {
    terminal.print(
        "line %s, %s: %s"
            .formatted(ended.number(), PrintableText.of(ended.wish().name()), terminal.bad(what)));
  }

  private static JsonObject json(BatchLine ended) {
    JsonObject line =
        new JsonObject()
            .put("line", ended.number())
            .put("name", ended.wish().name())
            .put("domain", ended.wish().domain());
    return switch (ended.result()) {
      case AddTenantResult.Added(Tenant tenant, TenantKey key) ->
          line.put("outcome", "added").put("key", key.value());
      case AddTenantResult.AlreadyThere there -> line.put("outcome", "already_there");
      case AddTenantResult.Refused(List<String> problems) ->
          line.put("outcome", "refused").putTexts("problems", problems);
      case AddTenantResult.Failed(TenantName name, String reason) ->
          line.put("outcome", "failed").putTexts("problems", List.of(reason));
      case AddTenantResult.Postponed(TenantName name, String why) ->
          line.put("outcome", "postponed").putTexts("problems", List.of(why));
    };
  }
}
