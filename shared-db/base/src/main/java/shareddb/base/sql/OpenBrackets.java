package shareddb.base.sql;

import java.util.Optional;

/**
 * The open parentheses of the current statement, and its open function bodies in standard SQL
 * ({@code BEGIN ATOMIC … END}). A semicolon inside of them does not end the statement.
 */
final class OpenBrackets {

  private int parentheses;
  private int bodies;
  private int line;
  private boolean afterBegin;

  /** After a full stop or AS, a reserved word is a name. */
  private boolean afterNamePrefix;

  void read(Token token) {
    if (token.is("(")) {
      opened(token);
      parentheses++;
    } else if (token.is(")")) {
      parentheses = Math.max(0, parentheses - 1);
    } else if (parentheses == 0 && !afterNamePrefix) {
      body(token);
    }
    afterBegin = token.is("begin");
    afterNamePrefix = token.is(".") || token.is("as");
  }

  private void body(Token token) {
    if (bodies > 0 && token.is("end")) {
      bodies--;
    } else if ((afterBegin && token.is("atomic")) || (bodies > 0 && token.is("case"))) {
      opened(token);
      bodies++;
    }
  }

  private void opened(Token token) {
    line = isNone() ? token.line() : line;
  }

  boolean isNone() {
    return parentheses == 0 && bodies == 0;
  }

  Optional<UnreadableSql> flaw() {
    if (isNone()) {
      return Optional.empty();
    }
    String what = parentheses > 0 ? "a parenthesis" : "BEGIN ATOMIC, or a CASE in it,";
    return Optional.of(new UnreadableSql(line, what + " that is not closed"));
  }

  void clear() {
    parentheses = 0;
    bodies = 0;
    afterBegin = false;
    afterNamePrefix = false;
  }
}
