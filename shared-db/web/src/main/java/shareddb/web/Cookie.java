package shareddb.web;

import java.time.Duration;

/**
 * A cookie that only the server reads: no script sees it, and no other site's form sends it.
 *
 * @param value letters, digits, {@code -} and {@code _}
 */
public record Cookie(String name, String value, Duration maxAge) {

  /** Makes the browser forget it. */
  public static Cookie forgotten(String name) {
    return new Cookie(name, "", Duration.ZERO);
  }

  /** Sent back to this mount alone, and over TLS alone where it was set over TLS. */
  String header(String mount, boolean encrypted) {
    return name
        + "="
        + value
        + "; Path="
        + mount
        + "/; Max-Age="
        + maxAge.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (encrypted ? "; Secure" : "");
  }
}
