package shareddb.verify;

import java.util.Collection;
import java.util.stream.Collectors;

/** Some of many, by name. */
final class TenantNames {

  private static final int SHOWN = 5;

  private TenantNames() {}

  static String of(Collection<?> all) {
    String first = all.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
    return all.size() > SHOWN ? first + " and " + (all.size() - SHOWN) + " more" : first;
  }
}
