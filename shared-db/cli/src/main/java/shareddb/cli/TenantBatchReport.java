package shareddb.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.cli.json.Json;
import shareddb.names.Legible;
import shareddb.names.TenantName;
import shareddb.tenants.AddResult;
import shareddb.tenants.BatchLine;
import shareddb.tenants.BatchListener;
import shareddb.tenants.KeyReceiver;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantKey;

/** A batch while it runs: each line that is not as it was wished is told at once. */
final class TenantBatchReport implements BatchListener, KeyReceiver, AutoCloseable {

  private final Terminal terminal;
  private final boolean json;
  private final Optional<KeyFile> keys;
  private final ProgressLine line;
  private final TenantBatchCount count = new TenantBatchCount();

  TenantBatchReport(Terminal terminal, boolean json, Optional<KeyFile> keys) {
    this.terminal = terminal;
    this.json = json;
    this.keys = keys;
    this.line = new ProgressLine("adding tenants", terminal);
  }

  /** Before anything is done with them: whoever would lose keys is told so in time. */
  @Override
  public void reads(int lines) {
    count.reads(lines);
    if (keys.isEmpty() && !json && count.read() > KeyFile.SHOWN) {
      throw CommandFailure.usage(
          "more than " + KeyFile.SHOWN + " lines: their keys want a file" + count.soFar(),
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
      case AddResult.Added(Tenant tenant, TenantKey key) -> {
        if (keys.isEmpty()) {
          terminal.print(tenant.name() + "  " + key.value());
        }
      }
      case AddResult.AlreadyThere there -> {}
      case AddResult.Refused(List<String> problems) ->
          complain(ended, "refused: " + String.join("; ", problems));
      case AddResult.Failed(TenantName name, String reason) -> complain(ended, "failed: " + reason);
      case AddResult.Postponed(TenantName name, String why) ->
          complain(ended, "not yet there: " + why);
    }
  }

  private void complain(BatchLine ended, String what) {
    terminal.print(
        "line %s, %s: %s"
            .formatted(ended.number(), Legible.of(ended.wish().name()), terminal.bad(what)));
  }

  private static Json json(BatchLine ended) {
    Json line =
        new Json()
            .put("line", ended.number())
            .put("name", ended.wish().name())
            .put("domain", ended.wish().domain());
    return switch (ended.result()) {
      case AddResult.Added(Tenant tenant, TenantKey key) ->
          line.put("outcome", "added").put("key", key.value());
      case AddResult.AlreadyThere there -> line.put("outcome", "already_there");
      case AddResult.Refused(List<String> problems) ->
          line.put("outcome", "refused").putTexts("problems", problems);
      case AddResult.Failed(TenantName name, String reason) ->
          line.put("outcome", "failed").putTexts("problems", List.of(reason));
      case AddResult.Postponed(TenantName name, String why) ->
          line.put("outcome", "postponed").putTexts("problems", List.of(why));
    };
  }
}
