package shareddb.learn.classroom;

import java.security.SecureRandom;
import java.util.Base64;
import shareddb.base.names.LearnerName;
import shareddb.base.settings.ScramVerifier;
import shareddb.base.settings.Secret;

/** The random password of a learner's two roles. */
public record LearnerKey(LearnerName learner, Secret password) {

  private static final int PASSWORD_BYTES = 18;
  private static final int SALT_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  static LearnerKey random(LearnerName learner) {
    return new LearnerKey(
        learner,
        new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES))));
  }

  /** The SCRAM verifier that Postgres stores: the password itself never reaches the server. */
  String verifier() {
    return ScramVerifier.ofRandom(password, bytes(SALT_BYTES));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
