package shareddb.tenants.relocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.journal.JournalEntry;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.testing.TestDatabase;

/** What a relocation leaves is dropped later, by a command of its own: that is in the journal. */
@Tag("long")
class LeftoverJournalTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static RelocationFixture fixture;

  @BeforeAll
  static void modules() throws SQLException {
    fixture = RelocationFixture.in(db.admin());
  }

  @Test
  void anAbortIsRecorded() throws SQLException {
    RelocationPlace place = fixture.tenant("early");
    place.prepare(fixture.project(1), "1".repeat(64), RelocationFixture.PATIENCE);

    assertThat(new Leftover(place, RelocationFixture.PATIENCE).abort())
        .isInstanceOf(Leftover.Result.Gone.class);

    assertThat(newest()).isEqualTo("move --abort DONE of 03_tenant_early");
  }

  @Test
  void aFinishIsRecorded() throws SQLException {
    long id = fixture.project("Finished", 3);
    fixture.move(fixture.project(id), fixture.tenant("finished"));

    assertThat(new Leftover(fixture.project(id), RelocationFixture.PATIENCE).finish())
        .isInstanceOf(Leftover.Result.Gone.class);

    assertThat(newest()).isEqualTo("move --finish DONE of 02_requirements_shared_schema");
  }

  private static String newest() throws SQLException {
    JournalEntry entry = new Journal(db.admin()).newest(List.of(), 1).getFirst();
    return entry.operation() + " " + entry.state() + " of " + entry.schema();
  }
}
