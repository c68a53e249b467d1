package shareddb.cli.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.TargetOutcome;

/**
 * The message about tenants that could not be read: one line for each reason, and not for each
 * tenant.
 */
public final class UnreachableTenantsText {

  private static final int NAMED = 3;

  private UnreachableTenantsText() {}

  /** Returns one line for each reason, each starting with a line break. */
  public static String lines(List<TargetOutcome.Unreachable> all) {
    Map<FleetTarget, String> unseen = new LinkedHashMap<>();
    all.forEach(one -> unseen.put(one.member(), one.reason()));
    return of(unseen).stream().map(line -> "\n  " + line).collect(Collectors.joining());
  }

  public static List<String> of(Map<FleetTarget, String> unseen) {
    Map<String, List<String>> servers = new TreeMap<>();
    unseen.forEach(
        (member, why) ->
            servers.computeIfAbsent(why, reason -> new ArrayList<>()).add(member.label()));
    List<String> lines = new ArrayList<>();
    servers.forEach(
        (why, names) -> lines.add("%,d (%s): %s".formatted(names.size(), names(names), why)));
    return lines;
  }

  private static String names(List<String> names) {
    String first = names.stream().sorted().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() > NAMED ? first + ", ..." : first;
  }
}
