package shareddb.sql;

import java.util.ArrayList;
import java.util.List;

/** A file of SQL: its statements, and its comments. */
public record SqlScript(List<SqlStatement> statements, List<Token> comments) {

  public SqlScript {
    statements = List.copyOf(statements);
    comments = List.copyOf(comments);
  }

  public static SqlScript of(String text) {
    return of(text, 1);
  }

  /** A part of a file, such as a function's body, which begins on this line of it. */
  public static SqlScript of(String text, int firstLine) {
    List<SqlStatement> statements = new ArrayList<>();
    List<Token> comments = new ArrayList<>();
    List<Token> statement = new ArrayList<>();
    Body body = new Body();
    for (Token token : Tokens.of(text, firstLine)) {
      if (token.kind() == Token.Kind.COMMENT) {
        comments.add(token);
      } else if (token.is(";") && !body.isOpen()) {
        close(statement, statements);
      } else {
        body.read(token);
        statement.add(token);
      }
    }
    close(statement, statements);
    return new SqlScript(statements, comments);
  }

  private static void close(List<Token> statement, List<SqlStatement> statements) {
    if (!statement.isEmpty()) {
      statements.add(new SqlStatement(statement));
      statement.clear();
    }
  }

  /** The body of a function in standard SQL, BEGIN ATOMIC … END: semicolons in it end nothing. */
  private static final class Body {
    private boolean begun;
    private int depth;

    boolean isOpen() {
      return depth > 0;
    }

    void read(Token token) {
      if (depth > 0 && token.is("end")) {
        depth--;
      } else if ((begun && token.is("atomic")) || (depth > 0 && token.is("case"))) {
        depth++;
      }
      begun = token.is("begin");
    }
  }
}
