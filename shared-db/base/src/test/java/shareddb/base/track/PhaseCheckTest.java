package shareddb.base.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.ModuleName;

final class PhaseCheckTest {

  private static final String PROOF = "SELECT id FROM todos WHERE summary IS NULL;";

  @TempDir private Path folder;

  @Test
  void aContractNamesTheVersionThatItCompletes() throws IOException {
    write("migrations/V5__summary.sql", "SELECT 1;");
    write("migrations/V6__summary_contract.sql", "-- contract of V5\nSELECT 1;");
    write("backfill/V5__summary.sql", "UPDATE todos SET a = 1 WHERE ${batch:todos};\n" + PROOF);

    TrackReading reading = read();
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.migrations().get(1).contractOf()).contains(Version.parse("5"));
    assertThat(reading.migrations().get(0).backfill())
        .contains(folder.resolve("backfill/V5__summary.sql"));
  }

  @Test
  void aContractOfNoVersionIsFound() throws IOException {
    write("migrations/V5__summary.sql", "-- contract\nSELECT 1;");
    write("migrations/V6__gone.sql", "-- contract of V4\nSELECT 1;");
    write("migrations/V7__itself.sql", "-- contract of V7\nSELECT 1;");

    assertThat(found())
        .containsExactly(
            "V5__summary.sql names no version: its first line must look like  -- contract of V5",
            "V6__gone.sql is a contract of V4, which is no migration",
            "V7__itself.sql is a contract of V7, which does not come before it");
  }

  @Test
  void twoChangesDoNotOverlap() throws IOException {
    write("migrations/V5__one.sql", "SELECT 1;");
    write("migrations/V6__two.sql", "SELECT 1;");
    write("migrations/V7__one_contract.sql", "-- contract of V5\nSELECT 1;");
    write("migrations/V8__two_contract.sql", "-- contract of V6\nSELECT 1;");

    assertThat(found())
        .singleElement()
        .asString()
        .contains("V8__two_contract.sql is a contract of V6, and V7 before it is a contract too");
  }

  @Test
  void aBackfillHasAVersionAContractAndAProof() throws IOException {
    write("migrations/V5__summary.sql", "SELECT 1;");
    write("backfill/V4__gone.sql", PROOF);
    write("backfill/V5__other.sql", "UPDATE todos SET a = 1 WHERE ${batch:todos};");

    assertThat(found())
        .containsExactly(
            "V4__gone.sql fills the rows of version 4, which has no migration",
            "V5__other.sql must be named V5__summary.sql, after its migration",
            "V5__other.sql must end with its proof: one SELECT, the only one, for the rows that are"
                + " not filled as they should be");
  }

  private List<String> found() {
    return read().problems().stream()
        .filter(problem -> problem.kind() == TrackProblem.Kind.PHASE)
        .map(problem -> problem.what().substring(problem.what().lastIndexOf('/') + 1))
        .toList();
  }

  private TrackReading read() {
    return new Track(
            new ModuleName("07_test_track"),
            Optional.empty(),
            folder.resolve("migrations"),
            folder.resolve("undo"))
        .look();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}
