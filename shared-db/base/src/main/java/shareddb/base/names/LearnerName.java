package shareddb.base.names;

import java.util.Locale;

/**
 * The name of a learner in a class. It is the name of their login role, and the beginning of the
 * names of all their schemas, so it is short.
 */
public record LearnerName(String value) implements Comparable<LearnerName> {

  private static final String KIND = "learner's name";
  private static final int MAX_BYTES = 40;

  public LearnerName {
    Identifier.check(KIND, value);
    if (Identifier.bytes(value) > MAX_BYTES) {
      throw refused(
          value,
          "it is %d bytes long, and the names of schemas leave room for %d"
              .formatted(Identifier.bytes(value), MAX_BYTES));
    }
    if (!value.equals(value.strip()) || value.codePoints().anyMatch(PrintableText::isSteering)) {
      throw refused(value, "it has a control character, or a blank at its beginning or end");
    }
    String small = value.toLowerCase(Locale.ROOT);
    if (small.startsWith("pg_") || small.equals("public") || small.equals("none")) {
      throw refused(value, "Postgres keeps this name for itself");
    }
    if (small.endsWith("_api")) {
      throw refused(value, "names that end in _api belong to the roles of APIs");
    }
  }

  /** The role that the learner logs in as. */
  public RoleName role() {
    return new RoleName(value);
  }

  /** The role that the API of the learner's exercises logs in as. */
  public RoleName apiRole() {
    return RoleName.apiOf(new SchemaName(value));
  }

  @Override
  public int compareTo(LearnerName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static InvalidName refused(String name, String reason) {
    return new InvalidName(KIND, name, reason);
  }
}
