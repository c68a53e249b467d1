package shareddb.tenants;

import java.util.Optional;
import shareddb.names.DatabaseName;
import shareddb.names.InvalidName;
import shareddb.names.TenantName;

/**
 * How the databases of a module's tenants are named.
 *
 * @param beginning what stands before a tenant's name
 * @param end what stands behind it
 */
public record DatabasePattern(String beginning, String end) {

  private static final String NAME = "{tenant}";

  /** {@code workshop_04_{tenant}}; nothing where a text names one database and no more. */
  static Optional<DatabasePattern> of(String text) {
    int place = text.indexOf(NAME);
    return place < 0
        ? Optional.empty()
        : Optional.of(
            new DatabasePattern(text.substring(0, place), text.substring(place + NAME.length())));
  }

  DatabaseName of(TenantName tenant) {
    return new DatabaseName(beginning + tenant + end);
  }

  /** Whose it would be; nothing where it is named otherwise. */
  Optional<TenantName> tenant(DatabaseName database) {
    String name = database.value();
    if (!name.startsWith(beginning)
        || !name.endsWith(end)
        || name.length() <= beginning.length() + end.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TenantName(name.substring(beginning.length(), name.length() - end.length())));
    } catch (InvalidName e) {
      return Optional.empty();
    }
  }
}
