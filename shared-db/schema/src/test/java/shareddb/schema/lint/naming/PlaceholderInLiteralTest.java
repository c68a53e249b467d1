package shareddb.schema.lint.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.schema.lint.Lint;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.testing.TrackFolder;

/** Placeholders within literals and bodies are found; the ways around them are left alone. */
@Tag("no-server")
final class PlaceholderInLiteralTest {

  private static final String RULE = "placeholder-in-literal";

  @TempDir Path temporary;

  /** S. stands for the schema's placeholder. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'S.notes'::regclass",
        "SELECT nextval('S.numbers')",
        "COMMENT ON TABLE S.notes IS 'Of S.'",
        "SELECT oid FROM pg_catalog.pg_roles WHERE rolname = '${api_role}'",
        "DO $$ BEGIN PERFORM 1 FROM S.notes; END $$",
        "DO $body$ BEGIN PERFORM 1 FROM S.notes; END $body$",
      })
  void finds(String sql) {
    assertThat(findings(sql)).extracting(f -> f.rule().toString()).contains(RULE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT setval(pg_get_serial_sequence(tableoid::regclass::text, 'id'), max(id))"
            + " FROM S.notes GROUP BY tableoid",
        "CREATE FUNCTION S.f() RETURNS bigint LANGUAGE sql SET search_path ="
            + " \"${flyway:defaultSchema}\", pg_temp AS $$ SELECT id FROM notes $$",
        "CREATE FUNCTION S.f() RETURNS bigint LANGUAGE sql RETURN (SELECT max(id) FROM S.notes)",
        "SELECT nextval($$S.numbers$$::regclass)",
        "SELECT 'ends in a ${'",
      })
  void leavesAlone(String sql) {
    assertThat(findings(sql)).isEmpty();
  }

  /** As module 02 had it: the schema "o'brien" ended the literal. */
  @Test
  void aPlaceholderInALiteralIsFoundOnItsLineWithAWayAroundIt() {
    List<LintFinding> findings =
        findings(
            """
            SELECT pg_catalog.setval(
                pg_catalog.pg_get_serial_sequence('"${flyway:defaultSchema}".notes', 'id'), 7);
            CREATE FUNCTION "${flyway:defaultSchema}".f() RETURNS bigint
                LANGUAGE sql SET search_path = ''
            AS $$
                SELECT id
                FROM "${flyway:defaultSchema}".notes
            $$;
            """);
    assertThat(findings).extracting(LintFinding::line).containsExactly(2, 7);
    assertThat(findings).extracting(f -> f.rule().toString()).containsOnly(RULE);
    assertThat(findings.getFirst().what()).contains("o'brien");
    assertThat(findings.getFirst().instead()).contains("tableoid::regclass::text");
    assertThat(findings.getLast().what()).contains("a$$b");
    assertThat(findings.getLast().instead()).startsWith("SET search_path = \"${flyway:default");
  }

  private List<LintFinding> findings(String sql) {
    TrackFolder track =
        TrackFolder.withTwoVersions(temporary)
            .up("3__three", sql.replace("S.", "\"${flyway:defaultSchema}\"."))
            .undo("3__three", "");
    return Lint.of(track.track()).findings();
  }
}
