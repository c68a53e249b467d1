package shareddb.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandFailure;

/** The option {@code --tenant}: works on the named tenants only. */
public final class TenantOption {

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      description = "work on this tenant's schema; may be there more than once")
  private final List<String> typed = new ArrayList<>();

  public boolean isThere() {
    return !typed.isEmpty();
  }

  /** Returns each name once, in the order in which it was typed. */
  public List<TenantName> names() {
    return typed.stream().distinct().map(TenantOption::name).toList();
  }

  private static TenantName name(String typed) {
    try {
      return new TenantName(typed);
    } catch (InvalidName e) {
      throw CommandFailure.usage(
          String.valueOf(e.getMessage()), "./db tenants list     prints all");
    }
  }
}
