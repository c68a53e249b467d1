package shareddb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {

  @Test
  void semicolonsInTheBodyOfAFunctionEndNothing() {
    SqlScript script =
        SqlScript.of(
            """
            CREATE FUNCTION f() RETURNS int BEGIN ATOMIC
              SELECT 1; SELECT CASE WHEN true THEN 2 END;
            END;
            -- and
            SELECT ';'""");
    assertThat(script.statements()).hasSize(2);
    assertThat(script.statements().getLast().line()).isEqualTo(5);
    assertThat(script.comments()).hasSize(1);
  }
}
