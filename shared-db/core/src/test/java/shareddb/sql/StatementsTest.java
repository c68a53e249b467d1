package shareddb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

  @Test
  void cutsAtEachSemicolon() {
    Statements cut = Statements.of("select 1;\n;; -- nothing\nselect 2 ; select");
    assertThat(cut.complete()).containsExactly("select 1", "-- nothing\nselect 2");
    assertThat(cut.rest()).isEqualTo(" select");
    assertThat(cut.isWhole()).isFalse();
    assertThat(Statements.of("select 1; -- done").isWhole()).isTrue();
    assertThat(Statements.all("a; b")).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'a;b'",
        "select 'it''s; one'",
        "select E'it\\'s; one'",
        "select e'\\\\' , ';'",
        "select 'standard\\' , 2",
        "select \"a;b\"",
        "select \"a\"\"b;\"",
        "do $$ begin; end; $$",
        "do $body$ $$;$$ ; $body$",
        "select 1 -- not; yet\n+ 2",
        "select 1 /* not; /* in; here */ either; */ + 2",
        "select a$b, $1, c$d",
        "select $ä$;$ä$"
      })
  void noSemicolonInsideEndsAnything(String statement) {
    assertThat(Statements.of(statement + ";select 2;").complete())
        .containsExactly(statement, "select 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"select 'a;", "select \"a;", "do $$ begin;", "/* a;", "select 1 -- a;"})
  void whatIsNotClosedIsNotWhole(String statement) {
    Statements cut = Statements.of(statement);
    assertThat(cut.complete()).isEmpty();
    assertThat(cut.isWhole()).isFalse();
  }
}
