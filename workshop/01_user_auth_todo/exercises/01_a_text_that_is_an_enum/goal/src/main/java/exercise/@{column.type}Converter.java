package exercise;

import java.util.Locale;
import org.jooq.impl.EnumConverter;

/** Reads and writes the words of {@code todos.@{column.name}} as an enum; jooq.xml names this class. */
public final class @{column.type}Converter extends EnumConverter<String, @{column.type}> {

  private static final long serialVersionUID = 1L;

  public @{column.type}Converter() {
    super(String.class, @{column.type}.class, constant -> constant.name().toLowerCase(Locale.ROOT));
  }
}
