package shareddb.verify.tenants;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes the first tenants of a list, and the number of the others. */
final class SomeTenants {

  private static final int SHOWN = 5;

  private SomeTenants() {}

  static String of(Collection<?> all) {
    return joined(all, ", ");
  }

  /** The first sentences of a list, a line each. */
  static String lines(Collection<String> all) {
    return joined(all, "\n");
  }

  private static String joined(Collection<?> all, String between) {
    String first =
        all.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(between));
    return all.size() > SHOWN ? first + between + "and " + (all.size() - SHOWN) + " more" : first;
  }
}
