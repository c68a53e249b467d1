package shareddb.base.names;

import java.util.regex.Pattern;

/** The host name of a tenant's requests, in lower case: {@code acme.example.com}. */
public record DomainName(String value) {

  private static final int MAX = 253;

  private static final Pattern FORM =
      Pattern.compile(
          "(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
              + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  public DomainName {
    if (value.length() > MAX || !FORM.matcher(value).matches()) {
      throw new InvalidName(
          "domain",
          value,
          "it is a host's name in small letters, without port and path, such as acme.example.com");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
