package shareddb.base.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives secrets from the administrator's password, so that they need not be stored. */
public final class DerivedSecret {

  private static final String HMAC = "HmacSHA256";

  private DerivedSecret() {}

  /** 32 bytes that reveal nothing about the password or about the secrets for other purposes. */
  public static byte[] from(Login admin, String purpose) {
    try {
      byte[] key = ("workshop:" + admin.password().reveal()).getBytes(UTF_8);
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(purpose.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }
}
