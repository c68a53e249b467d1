package shareddb.administration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import shareddb.base.settings.AdminKey;
import shareddb.web.Caller;
import shareddb.web.Guard;
import shareddb.web.ProblemException;
import shareddb.web.SecurityScheme;

/** Lets in who shows the administrators' key; no tenant's key is one. */
final class AdminGuard implements Guard<AdminGuard.Administrator> {

  /** Who it is, the key does not tell. */
  enum Administrator {
    SOMEBODY
  }

  static final String HEADER = "X-Admin-Key";

  private final byte[] key;

  AdminGuard(AdminKey key) {
    this.key = key.secret().reveal().getBytes(UTF_8);
  }

  /** How long the comparison takes tells nothing of how much was right. */
  @Override
  public Administrator admit(Caller caller) {
    return caller
        .header(HEADER)
        .filter(shown -> MessageDigest.isEqual(key, shown.getBytes(UTF_8)))
        .map(right -> Administrator.SOMEBODY)
        .orElseThrow(
            () ->
                ProblemException.unauthenticated(
                    HEADER,
                    "Show the administrators' key in "
                        + HEADER
                        + "; where this is served,  ./db tenants admin-key  tells it"));
  }

  @Override
  public List<SecurityScheme> schemes() {
    return List.of(SecurityScheme.header(HEADER, "The key of those who run the tenants."));
  }
}
