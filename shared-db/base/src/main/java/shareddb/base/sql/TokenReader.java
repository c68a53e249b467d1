package shareddb.base.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a list of tokens one after the other. */
public final class TokenReader {

  private final List<Token> tokens;
  private int at;

  public TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Whether these words follow one another anywhere in the tokens. */
  public static boolean contains(List<Token> tokens, String... words) {
    TokenReader reader = new TokenReader(tokens);
    while (!reader.atEnd()) {
      if (reader.comes(words)) {
        return true;
      }
      reader.next();
    }
    return false;
  }

  public boolean atEnd() {
    return at >= tokens.size();
  }

  public Token next() {
    return tokens.get(at++);
  }

  /** The last token that was read. */
  public Optional<Token> last() {
    return at == 0 ? Optional.empty() : Optional.of(tokens.get(at - 1));
  }

  public Optional<Token> peek() {
    return atEnd() ? Optional.empty() : Optional.of(tokens.get(at));
  }

  public boolean comes(String... words) {
    if (at + words.length > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(at + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Reads these words if they come next. */
  public boolean accept(String... words) {
    boolean comes = comes(words);
    at += comes ? words.length : 0;
    return comes;
  }

  /** Skips tokens up to these words and reads the words. False if they do not come. */
  public boolean skipPast(String... words) {
    while (!atEnd()) {
      if (accept(words)) {
        return true;
      }
      next();
    }
    return false;
  }

  /** A name with all its parts, if one comes next. */
  public Optional<SqlName> name() {
    List<Token> parts = new ArrayList<>();
    while (!atEnd() && tokens.get(at).isIdentifier()) {
      parts.add(next());
      if (!accept(".")) {
        break;
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new SqlName(parts));
  }

  /**
   * Reads a group in parentheses and returns the tokens inside. Empty if no parenthesis comes next.
   */
  public List<Token> group() {
    int start = at + 1;
    int depth = 0;
    while (comes("(") || depth > 0) {
      if (atEnd()) {
        return tokens.subList(start, at);
      }
      Token token = next();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0) {
        return tokens.subList(start, at - 1);
      }
    }
    return List.of();
  }

  /** Reads all remaining tokens, split at the commas that are not in parentheses or brackets. */
  public List<List<Token>> list() {
    List<List<Token>> items = new ArrayList<>();
    int start = at;
    int depth = 0;
    while (!atEnd()) {
      Token token = next();
      depth += opens(token) ? 1 : closes(token) ? -1 : 0;
      if (depth == 0 && token.is(",")) {
        items.add(tokens.subList(start, at - 1));
        start = at;
      }
    }
    items.add(tokens.subList(start, tokens.size()));
    return items;
  }

  public List<Token> rest() {
    return tokens.subList(at, tokens.size());
  }

  private static boolean opens(Token token) {
    return token.is("(") || token.is("[");
  }

  private static boolean closes(Token token) {
    return token.is(")") || token.is("]");
  }
}
