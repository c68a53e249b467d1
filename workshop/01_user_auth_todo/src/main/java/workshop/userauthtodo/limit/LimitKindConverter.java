package workshop.userauthtodo.limit;

import java.util.Locale;
import org.jooq.impl.EnumConverter;

/**
 * Reads and writes the column {@code login_limits.kind} as an enum. The forced type in this
 * module's POM tells jOOQ's code generator to use it.
 */
public final class LimitKindConverter extends EnumConverter<String, LimitKind> {

  private static final long serialVersionUID = 1L;

  public LimitKindConverter() {
    super(String.class, LimitKind.class, kind -> kind.name().toLowerCase(Locale.ROOT));
  }
}
