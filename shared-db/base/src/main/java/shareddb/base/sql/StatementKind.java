package shareddb.base.sql;

import java.util.List;

/** How a statement behaves in a transaction and in a session. */
public enum StatementKind {
  /** It can be part of a transaction. */
  IN_TRANSACTION,
  /** Postgres refuses it within a transaction: {@code CREATE INDEX CONCURRENTLY}, VACUUM. */
  ALONE,
  /** It begins or ends a transaction: BEGIN, COMMIT, ROLLBACK. */
  TRANSACTION_CONTROL,
  /** {@code COPY … FROM STDIN}: its data follows in the same text. */
  COPY_FROM_STDIN,
  /** {@code COPY … TO STDOUT}: the client has to take the data. */
  COPY_TO_STDOUT,
  /** {@code DISCARD ALL}: it releases the session's advisory locks and resets its settings. */
  SESSION_RESET,
  /** A command for psql, not for the server: a backslash and a word. */
  PSQL_COMMAND;

  static StatementKind of(List<Token> tokens) {
    TokenReader reader = new TokenReader(tokens);
    if (reader.comes("\\")) {
      return PSQL_COMMAND;
    } else if (reader.comes("copy")) {
      return copy(reader);
    } else if (reader.comes("discard", "all")) {
      return SESSION_RESET;
    } else if (controlsTransaction(reader)) {
      return TRANSACTION_CONTROL;
    }
    return isAlone(reader, tokens) ? ALONE : IN_TRANSACTION;
  }

  private static StatementKind copy(TokenReader reader) {
    while (!reader.atEnd()) {
      if (reader.comes("(")) {
        reader.group();
      } else if (reader.comes("from", "stdin")) {
        return COPY_FROM_STDIN;
      } else if (reader.comes("to", "stdout")) {
        return COPY_TO_STDOUT;
      } else {
        reader.next();
      }
    }
    return IN_TRANSACTION;
  }

  /** {@code ROLLBACK TO} a savepoint does not end the transaction. */
  private static boolean controlsTransaction(TokenReader reader) {
    return (reader.comes("rollback") && !TokenReader.contains(reader.rest(), "to"))
        || reader.comes("begin")
        || reader.comes("commit")
        || reader.comes("end")
        || reader.comes("abort")
        || reader.comes("start", "transaction")
        || reader.comes("prepare", "transaction");
  }

  private static boolean isAlone(TokenReader reader, List<Token> tokens) {
    boolean concurrently = TokenReader.contains(tokens, "concurrently");
    if (reader.comes("vacuum") || reader.comes("alter", "system")) {
      return true;
    } else if (reader.accept("reindex")) {
      reader.group();
      return concurrently || isOneOf(reader, "schema", "database", "system");
    } else if (reader.comes("alter", "table")) {
      return concurrently && TokenReader.contains(tokens, "detach", "partition");
    } else if (reader.accept("alter", "database")) {
      return TokenReader.contains(tokens, "set", "tablespace");
    } else if (reader.accept("create") || reader.accept("drop")) {
      reader.accept("unique");
      return reader.comes("index")
          ? concurrently
          : isOneOf(reader, "database", "tablespace", "subscription");
    }
    return false;
  }

  private static boolean isOneOf(TokenReader reader, String... words) {
    for (String word : words) {
      if (reader.comes(word)) {
        return true;
      }
    }
    return false;
  }
}
