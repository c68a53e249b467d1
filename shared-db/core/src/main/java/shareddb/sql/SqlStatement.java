package shareddb.sql;

import java.util.List;

/** One statement: its tokens, without comments and without the semicolon. */
public record SqlStatement(List<Token> tokens) {

  public SqlStatement {
    tokens = List.copyOf(tokens);
  }

  public int line() {
    return tokens.getFirst().line();
  }

  public TokenReader reader() {
    return new TokenReader(tokens);
  }

  /** Whether these words come one after the other, anywhere in it. */
  public boolean contains(String... words) {
    return TokenReader.contains(tokens, words);
  }
}
