package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConcurrentlyTest {

  @Test
  void theWordIsTakenOutWhereItIsMeant() {
    assertThat(
            Concurrently.without("CREATE INDEX CONCURRENTLY a ON b (c); drop index concurrently a"))
        .isEqualTo("CREATE INDEX  a ON b (c); drop index  a");
  }

  @Test
  void whereItIsOnlySaidItStays() {
    String script =
        """
        -- concurrently
        /* concurrently /* nested */ concurrently */
        SELECT 'concurrently', E'it\\'s concurrently', "concurrently", 'it''s concurrently';
        CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $a$ SELECT $$concurrently$$ $a$;
        SELECT $1, a$b$c, concurrently_made, 'unfinished concurrently
        """;
    assertThat(Concurrently.without(script)).isEqualTo(script);
  }
}
