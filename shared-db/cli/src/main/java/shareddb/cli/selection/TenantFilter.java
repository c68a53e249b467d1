package shareddb.cli.selection;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import shareddb.cli.command.CommandFailure;
import shareddb.migrate.journal.RunJournal;
import shareddb.migrate.journal.RunTarget;
import shareddb.tenants.registry.Tenant;

/**
 * A condition on tenants, as {@code --where} has it: {@code type=trial,server=east}. Of one
 * attribute any of the values counts; of several attributes, all must fit.
 *
 * @param text the condition, to be typed again
 * @param values the wanted values of each attribute
 */
public record TenantFilter(String text, Map<Attribute, Set<String>> values) {

  /** What a condition may name. */
  enum Attribute {
    TYPE,
    PLAN,
    STATUS,
    DOMAIN,
    SERVER,
    /** The number of a run that had the tenant among its targets. */
    RUN,
    /** The version that the tenant had before that run. */
    FROM;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The value of a tenant's row in the registry. Empty if the row has none. */
    Optional<String> of(Tenant tenant) {
      return switch (this) {
        case TYPE -> Optional.of(tenant.type());
        case PLAN -> tenant.plan();
        case STATUS -> Optional.of(tenant.status().word());
        case DOMAIN -> Optional.of(tenant.domain());
        case SERVER -> tenant.database().map(database -> database.server().value());
        case RUN, FROM -> Optional.empty();
      };
    }
  }

  /** Reads a condition as it is typed. */
  public static TenantFilter of(String text) {
    Map<Attribute, Set<String>> values = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      Attribute attribute = attribute(pair.substring(0, Math.max(0, equals)).strip(), pair);
      values
          .computeIfAbsent(attribute, key -> new TreeSet<>())
          .add(pair.substring(equals + 1).strip());
    }
    if (values.containsKey(Attribute.FROM) && !values.containsKey(Attribute.RUN)) {
      throw CommandFailure.usage(
          "from=VERSION is the version before a run, and no run is named",
          "--where run=NUMBER,from=VERSION     (all runs:  ./db tenants runs)");
    }
    return new TenantFilter(text, values);
  }

  /** The tenants of a run that were at this version before it. */
  static TenantFilter ofRun(long run, String from) {
    return of("run=" + run + ",from=" + from);
  }

  /** The condition, for one row of the registry after the other. */
  Predicate<Tenant> condition(RunJournal journal) throws SQLException {
    Predicate<Tenant> condition = tenant -> true;
    for (Map.Entry<Attribute, Set<String>> entry : values.entrySet()) {
      Attribute attribute = entry.getKey();
      condition =
          condition.and(
              switch (attribute) {
                case TYPE, PLAN, STATUS, DOMAIN, SERVER ->
                    tenant -> attribute.of(tenant).filter(entry.getValue()::contains).isPresent();
                case RUN -> ofRuns(journal, entry.getValue());
                case FROM -> tenant -> true;
              });
    }
    return condition;
  }

  private Predicate<Tenant> ofRuns(RunJournal journal, Set<String> runs) throws SQLException {
    Set<String> from = values.getOrDefault(Attribute.FROM, Set.of());
    Set<String> labels = new TreeSet<>();
    for (String run : runs) {
      for (RunTarget target : journal.targets(number(run))) {
        if (from.isEmpty() || from.contains(target.from().toString())) {
          labels.add(target.label());
        }
      }
    }
    return tenant -> labels.contains(tenant.name().value());
  }

  private static long number(String run) {
    try {
      return Long.parseLong(run);
    } catch (NumberFormatException e) {
      throw CommandFailure.usage(
          "\"" + run + "\" is no number of a run", "./db tenants runs     prints the newest");
    }
  }

  private static Attribute attribute(String typed, String pair) {
    List<Attribute> all = List.of(Attribute.values());
    return all.stream()
        .filter(attribute -> attribute.word().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "\"%s\" is no condition on tenants: it is ATTRIBUTE=VALUE, and the attributes"
                            .formatted(pair)
                        + " are "
                        + Arrays.stream(Attribute.values())
                            .map(Attribute::word)
                            .collect(Collectors.joining(", ")),
                    "--where type=trial"));
  }
}
