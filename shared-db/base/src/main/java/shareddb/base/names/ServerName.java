package shareddb.base.names;

import java.util.regex.Pattern;

/**
 * What a database server is called in the settings: {@code east} of {@code POSTGRES_SERVER_EAST}.
 */
public record ServerName(String value) implements Comparable<ServerName> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  /** The workshop's own, which everything is on that says nothing else. */
  public static final ServerName MAIN = new ServerName("main");

  public ServerName {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidName(
          "server name",
          value,
          "it is a small letter and up to 39 more, digits or underscores, such as east_2");
    }
  }

  /** The main one is the first. */
  @Override
  public int compareTo(ServerName other) {
    int main = Boolean.compare(other.equals(MAIN), equals(MAIN));
    return main != 0 ? main : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
