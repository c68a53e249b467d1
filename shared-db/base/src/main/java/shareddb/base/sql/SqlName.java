package shareddb.base.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name as it is written, with all its parts: {@code todos}, {@code
 * "${flyway:defaultSchema}".todos}.
 */
public record SqlName(List<Token> parts) {

  public SqlName {
    parts = List.copyOf(parts);
  }

  /** The last part, in the form that Postgres stores. */
  public String last() {
    return parts.getLast().identifier();
  }

  /** The part before the last. */
  public Optional<String> qualifier() {
    return parts.size() < 2
        ? Optional.empty()
        : Optional.of(parts.get(parts.size() - 2).identifier());
  }

  /** The name without its last part, such as the table of a column. */
  public SqlName parent() {
    return new SqlName(parts.subList(0, parts.size() - 1));
  }

  public int line() {
    return parts.getFirst().line();
  }

  @Override
  public String toString() {
    return parts.stream().map(Token::text).collect(Collectors.joining("."));
  }
}
