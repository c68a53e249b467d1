package shareddb.base.names;

import java.util.regex.Pattern;

/** The name of a database server in the settings: {@code east} in {@code POSTGRES_SERVER_EAST}. */
public record ServerName(String value) implements Comparable<ServerName> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  /** The workshop's own server. It is the default for every database. */
  public static final ServerName MAIN = new ServerName("main");

  public ServerName {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidName(
          "server name",
          value,
          "it is a small letter and up to 39 more, digits or underscores, such as east_2");
    }
  }

  /** The main server comes first. */
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
