package shareddb.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.base.names.LearnerName;

@Tag("no-server")
final class RosterReaderTest {

  @Test
  void readsNamesAndAddresses() {
    assertThat(read("\uFEFFname, email\n\"Müller, Zoë\",zoe@example.com\nbob,\n"))
        .isEqualTo(
            new RosterResult.Complete(
                List.of(
                    new RosterResult.Entry(
                        2, new LearnerName("Müller, Zoë"), Optional.of("zoe@example.com")),
                    new RosterResult.Entry(3, new LearnerName("bob"), Optional.empty()))));
  }

  @Test
  void saysAllProblemsWithTheirLines() {
    String roster =
        """
        name,email
        ada,ada@example.com
        pg_eve,
        Ada,
        bob,nowhere
        bob_api,
        x,y,z
        ,
        """;

    assertThat(problems(roster))
        .containsExactly(
            "3: learner's name \"pg_eve\" is refused: Postgres keeps this name for itself",
            "4: \"Ada\" is in line 2 already (case does not count)",
            "5: \"nowhere\" is no address of mail",
            "6: learner's name \"bob_api\" is refused: names that end in _api belong to the roles"
                + " of APIs",
            "7: it has 3 fields, and the header 2",
            "8: learner's name \"\" is refused: it is empty");
  }

  @Test
  void aHeaderIsNeeded() {
    assertThat(problems("ada\nbob\n"))
        .containsExactly("1: the header has a column \"ada\", and there are name and email");
    assertThat(problems("email\na@b\n")).containsExactly("1: the header has no column \"name\"");
    assertThat(problems("name,name\na,b\n")).containsExactly("1: the header has a column twice");
    assertThat(problems("name\n")).containsExactly("1: there is no learner below the header");
    assertThat(problems("")).containsExactly("1: the header has no column \"name\"");
  }

  @Test
  void aQuoteWithoutAnEndIsSaidWithTheProblemsBeforeIt() {
    assertThat(problems("name\npg_x\n\"bob\ncarl\n"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("3: from here on it cannot be read as CSV");
  }

  private static RosterResult read(String text) {
    return RosterReader.read(new StringReader(text));
  }

  private static List<String> problems(String text) {
    return switch (read(text)) {
      case RosterResult.Complete(var entries) -> List.of("no problem: " + entries);
      case RosterResult.Faulty(var problems) ->
          problems.stream().map(problem -> problem.line() + ": " + problem.what()).toList();
    };
  }
}
