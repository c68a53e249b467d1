package shareddb.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.CoreDatabase;
import shareddb.journal.Entry;
import shareddb.journal.Journal;

/** What a relocation leaves is dropped later, by a command of its own: that is in the journal. */
class LeftoverJournalTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  private static MoveFixture fixture;

  @BeforeAll
  static void modules() throws SQLException {
    fixture = MoveFixture.in(db.login());
  }

  @Test
  void anAbortIsRecorded() throws SQLException {
    Place place = fixture.tenant("early");
    place.prepare(fixture.project(1), "1".repeat(64), MoveFixture.PATIENCE);

    assertThat(new Leftover(place, MoveFixture.PATIENCE).abort())
        .isInstanceOf(Leftover.Result.Gone.class);

    assertThat(newest()).isEqualTo("move --abort DONE of 03_tenant_early");
  }

  @Test
  void aFinishIsRecorded() throws SQLException {
    long id = fixture.project("Finished", 3);
    fixture.move(fixture.project(id), fixture.tenant("finished"));

    assertThat(new Leftover(fixture.project(id), MoveFixture.PATIENCE).finish())
        .isInstanceOf(Leftover.Result.Gone.class);

    assertThat(newest()).isEqualTo("move --finish DONE of 02_requirements_shared_schema");
  }

  private static String newest() throws SQLException {
    Entry entry = new Journal(db.login()).newest(List.of(), 1).getFirst();
    return entry.operation() + " " + entry.state() + " of " + entry.schema();
  }
}
