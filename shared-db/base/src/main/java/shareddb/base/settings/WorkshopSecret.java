package shareddb.base.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which a checkout derives the passwords of the APIs' roles and the key of the
 * tenants' administrators, so that none of them need be stored.
 */
public sealed interface WorkshopSecret {

  /** The setting, in the environment or in {@code .env}. */
  String NAME = "WORKSHOP_SECRET";

  /** The setting with the secret that was used before, whose passwords some roles still have. */
  String EARLIER = "WORKSHOP_OLD_SECRET";

  /** The secret itself. The first call makes the file that it is kept in. */
  Secret value();

  /** The secrets that were used before. Some roles may still have their passwords. */
  List<Secret> earlier();

  /** 32 bytes that reveal nothing about the secret or about the bytes for other purposes. */
  default byte[] derive(String purpose) {
    return derive(value(), purpose);
  }

  /** The same from a secret that was used before. */
  static byte[] derive(Secret secret, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /**
   * The secret that was in use before there were random ones. A login without settings, as in a
   * test, still uses it.
   */
  static Secret ofPassword(Secret administrator) {
    return new Secret("workshop:" + administrator.reveal());
  }

  static WorkshopSecret of(SettingSources sources, Path root) {
    SecretFile file = new SecretFile(root.resolve(SecretFile.PATH));
    Optional<Secret> before = sources.secret(EARLIER);
    return sources
        .secret(NAME)
        .<WorkshopSecret>map(given -> new Given(given, file, before.stream().toList()))
        .orElseGet(() -> new InFile(file, before.stream().toList()));
  }

  /** A secret from the settings. Several checkouts that use one server share it. */
  record Given(Secret value, SecretFile file, List<Secret> before) implements WorkshopSecret {

    @Override
    public List<Secret> earlier() {
      return SecretFile.joined(before, file.ifThere());
    }
  }

  /** A random secret in a file of the checkout. The file is read again each time. */
  record InFile(SecretFile file, List<Secret> before) implements WorkshopSecret {

    @Override
    public Secret value() {
      return file.read().getFirst();
    }

    @Override
    public List<Secret> earlier() {
      List<Secret> all = file.read();
      return SecretFile.joined(before, all.subList(1, all.size()));
    }
  }

  /** A secret that has no file. */
  record Alone(Secret value) implements WorkshopSecret {

    @Override
    public List<Secret> earlier() {
      return List.of();
    }
  }
}
