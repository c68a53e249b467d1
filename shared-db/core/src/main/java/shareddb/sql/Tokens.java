package shareddb.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into its tokens; blanks are none. */
final class Tokens {

  private Tokens() {}

  static List<Token> of(String text, int firstLine) {
    List<Token> tokens = new ArrayList<>();
    int line = firstLine;
    int at = 0;
    while (at < text.length()) {
      int end = Lexeme.end(text, at);
      String piece = text.substring(at, end);
      if (!piece.isBlank()) {
        tokens.add(new Token(kind(piece), piece, line));
      }
      line += (int) piece.chars().filter(c -> c == '\n').count();
      at = end;
    }
    return tokens;
  }

  private static Token.Kind kind(String piece) {
    char first = piece.charAt(0);
    if (first == '"') {
      return Token.Kind.NAME;
    }
    if (first == '\'' || (first == '$' && piece.length() > 1) || piece.endsWith("'")) {
      return Token.Kind.STRING;
    }
    if (piece.startsWith("--") || piece.startsWith("/*")) {
      return Token.Kind.COMMENT;
    }
    return first == '_' || Character.isLetter(first) ? Token.Kind.WORD : Token.Kind.SYMBOL;
  }
}
