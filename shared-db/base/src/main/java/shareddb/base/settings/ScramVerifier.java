package shareddb.base.settings;

import org.postgresql.util.PasswordUtil;

/** What Postgres stores in place of a password that was made at random. */
public final class ScramVerifier {

  private static final String METHOD = "SCRAM-SHA-256$";

  /**
   * Many rounds make a person's password slow to guess. A random one of 128 bits or more cannot be
   * guessed at all, and each round costs time at every new connection.
   */
  private static final int ROUNDS = 1;

  private ScramVerifier() {}

  /** The verifier of a password of at least 128 random bits. */
  public static String ofRandom(Secret password, byte[] salt) {
    return PasswordUtil.encodeScramSha256(password.reveal().toCharArray(), ROUNDS, salt);
  }

  /** Whether a stored verifier has this salt, in Base64, whatever its rounds. */
  public static boolean hasSalt(String stored, String salt) {
    return stored.startsWith(METHOD) && stored.contains(":" + salt + "$");
  }
}
