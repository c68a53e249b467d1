package shareddb.base.names;

import java.util.regex.Pattern;

/** The name of a tenant: one word that fits into a schema's name and into a command. */
public record TenantName(String value) implements Comparable<TenantName> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  public TenantName {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidName(
          "tenant name",
          value,
          "it is a small letter and up to 39 more, digits or underscores, such as acme_2");
    }
  }

  @Override
  public int compareTo(TenantName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
