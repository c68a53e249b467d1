package shareddb.base.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shareddb.testing.RandomSeed;

/** Random scripts are cut where they were put together. */
class RandomScriptTest {

  private static final int SCRIPTS = 3000;

  private static final List<String> WORDS =
      List.of("select", "a$b$c", "_x", "end", "case", "begin", "ä$1$", "e", "$1", "1.5", "{", "::");

  private static final List<String> BLANKS = List.of(" ", "\n", "\r\n", "\t", " \n\n ");

  private static final List<String> INSIDE =
      List.of(";", "'", "''", "\"", "\\", "$$", "$a$", "--", "/*", "*/", "(", ")", "x", " ", "\n");

  private final Random random = RandomSeed.random(RandomScriptTest.class);

  @Test
  void aScriptIsCutWhereItWasPutTogether() {
    for (int i = 0; i < SCRIPTS; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
      List<String> wanted = new ArrayList<>();
      for (int count = random.nextInt(6); count > 0; count--) {
        text.append(between());
        statement(text, wanted);
      }
      text.append(between());
      assertCut(text.toString(), wanted);
    }
  }

  private void assertCut(String text, List<String> wanted) {
    SqlScript script = SqlScript.of(text);
    List<String> cut =
        script.statements().stream()
            .map(s -> s.kind() == StatementKind.COPY_FROM_STDIN ? s.text() + s.data() : s.text())
            .toList();
    assertThat(cut).as(text).isEqualTo(wanted);
    assertThat(script.isWhole()).as(text).isTrue();
    // Every beginning of it can be read: what is typed so far at a prompt.
    String beginning = text.substring(0, random.nextInt(text.length() + 1));
    List<SqlStatement> ended = SqlScript.of(beginning).ended();
    assertThat(ended.size()).as(beginning).isLessThanOrEqualTo(wanted.size());
  }

  private void statement(StringBuilder text, List<String> wanted) {
    switch (random.nextInt(8)) {
      case 0 -> copy(text, wanted);
      case 1 -> {
        String command = "\\connect " + inside("\n");
        text.append('\n').append(command).append('\n');
        wanted.add(command.stripTrailing());
      }
      default -> {
        String statement = parts(1 + random.nextInt(5), 2).strip();
        text.append(statement).append(between()).append(';');
        wanted.add(statement);
      }
    }
  }

  private void copy(StringBuilder text, List<String> wanted) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    String data = "a" + inside("\\", "\n") + end + "b;'\"$$" + end;
    String statement = "COPY t (a, \"from;\") FROM" + blank() + "stdin";
    text.append(statement).append(';').append(end).append(data).append("\\.").append(end);
    wanted.add(statement + data);
  }

  /** Begins with a keyword, and ends with something that is no comment. */
  private String parts(int count, int depth) {
    StringBuilder parts = new StringBuilder(random.nextInt(5) == 0 ? "(select 1)" : "select");
    for (int i = 0; i < count; i++) {
      parts.append(between()).append(part(depth));
    }
    return parts.toString();
  }

  private String part(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> "'" + inside("'", "''") + "''" + "'";
      case 1 -> "E'" + inside("'", "''", "\\") + "\\'\\\\'' ' x";
      case 2 -> "\"" + inside("\"") + "\"\"" + "\"";
      case 3 -> "U&\"" + inside("\"") + "\"";
      case 4 -> "$tag$" + inside() + "$tag$";
      case 5 -> "'x" + inside("'", "''") + "\\'";
      case 6 -> "(" + parts(2, depth - 1) + "; " + parts(1, depth - 1) + ")";
      case 7 -> "begin atomic " + "select case when a then 1 end; " + body(depth - 1) + "; end";
      default -> "x " + WORDS.get(random.nextInt(3)) + " y";
    };
  }

  /** Without words that open or close a body. */
  private String body(int depth) {
    return "select t.end, 'end' as case, \"end\", (" + parts(1, Math.min(depth, 0)) + ")";
  }

  /** Characters that mean something elsewhere; without these. */
  private String inside(String... without) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      String piece = INSIDE.get(random.nextInt(INSIDE.size()));
      if (!List.of(without).contains(piece)) {
        text.append(piece);
      }
    }
    return text.toString();
  }

  /** Blanks and comments. */
  private String between() {
    return switch (random.nextInt(5)) {
      case 0 -> blank() + "-- " + inside("\n") + "\n";
      case 1 -> blank() + "/* ; /* ' $$ */ \" (" + inside("/*", "*/") + " */" + blank();
      default -> blank();
    };
  }

  private String blank() {
    return BLANKS.get(random.nextInt(BLANKS.size()));
  }
}
