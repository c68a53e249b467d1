package workshop.userauthtodo.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are good enough, by NIST SP 800-63B: long ones of any characters, but not those
 * that attackers guess first.
 */
public final class PasswordRules {

  public static final int MIN_LENGTH = 12;
  public static final int MAX_LENGTH = 128;

  private static final Set<String> COMMON = read("common-passwords.txt");

  private PasswordRules() {}

  /** The fault of a password whose length is right, in words that go behind its name. */
  public static Optional<String> fault(String password, String email) {
    String folded = folded(password);
    if (COMMON.contains(folded)) {
      return Optional.of("is among the most common ones, which are guessed first");
    }
    if (folded.chars().distinct().count() == 1) {
      return Optional.of("is one character over and over");
    }
    String address = folded(email.strip());
    if (folded.equals(address) || folded.equals(address.replaceFirst("@[^@]*$", ""))) {
      return Optional.of("is the email");
    }
    return Optional.empty();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static Set<String> read(String resource) {
    try (InputStream stream = PasswordRules.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(stream, resource).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
