package shareddb.web;

/**
 * Whether a proxy stands in front and its word counts: who the client is and whether it came over
 * TLS. Without one anybody could write these headers, so they count only when {@code
 * TRUST_PROXY=true} says so. The proxy must then replace what the client sent, not add to it.
 */
final class Proxy {

  private static final String PROPERTY = "workshop.trust-proxy";

  private Proxy() {}

  static boolean isTrusted() {
    return Boolean.getBoolean(PROPERTY) || Boolean.parseBoolean(System.getenv("TRUST_PROXY"));
  }
}
