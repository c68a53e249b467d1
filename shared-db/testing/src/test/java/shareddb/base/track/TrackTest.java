package shareddb.base.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.TenantName;
import shareddb.testing.TrackFolder;

@Tag("no-server")
final class TrackTest {

  @TempDir private Path temporary;

  @Test
  void migrationsComeByVersionWithTheirUndo() {
    Track track =
        TrackFolder.in(temporary).up("10__ten", "").up("2__add_b", "").undo("2__add_b", "").track();

    List<Migration> migrations = track.read();

    assertThat(migrations).extracting(m -> m.version().toString()).containsExactly("2", "10");
    assertThat(migrations).extracting(Migration::description).containsExactly("add b", "ten");
    assertThat(migrations).extracting(m -> m.undo().isPresent()).containsExactly(true, false);
  }

  @Test
  void everythingThatIsWrongIsReportedAtOnce() {
    Track track =
        TrackFolder.in(temporary)
            .up("1__one", "")
            .up("1.0__again", "")
            .undo("1__other_words", "")
            .undo("7__nothing_to_undo", "")
            .write("migrations/V2_one_underscore.sql", "")
            .write("migrations/v3__small.sql", "")
            .write("migrations/R__a_view.sql", "")
            .write("migrations/R__a view.sql", "")
            .write("migrations/R1__view.sql", "")
            .write("migrations/.hidden", "")
            .track();

    assertThatThrownBy(track::read)
        .isInstanceOf(InvalidTrack.class)
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidTrack.class))
        .extracting(InvalidTrack::problems, InstanceOfAssertFactories.list(String.class))
        .hasSize(7)
        .anySatisfy(p -> assertThat(p).contains("version 1 is there twice"))
        .anySatisfy(p -> assertThat(p).contains("V2_one_underscore.sql is misnamed"))
        .anySatisfy(p -> assertThat(p).contains("v3__small.sql is misnamed"))
        .anySatisfy(p -> assertThat(p).contains("R1__view.sql is misnamed"))
        .anySatisfy(p -> assertThat(p).contains("repeatable \"a view\" is there twice"))
        .anySatisfy(p -> assertThat(p).contains("undoes version 7, which has no migration"))
        .anySatisfy(p -> assertThat(p).contains("must be named U1"));
  }

  @Test
  void aTrackIsInTheDatabaseThatItsModuleSays() {
    TrackFolder module =
        TrackFolder.in(temporary)
            .write("migrations/users/V1__one.sql", "")
            .write("migrations/visits/V1__one.sql", "")
            .write("migrations/tenant/V1__one.sql", "")
            .write(
                "databases.properties",
                "# where\nusers = our users\n\nvisits=visits\ntenant = t_{tenant}_x\n");
    List<Track> tracks = WorkshopModule.at(module.folder()).tracks();

    assertThat(tracks)
        .extracting(Track::database)
        .containsExactly(
            new TrackDatabase.EachTenants("t_", "_x"),
            new TrackDatabase.Named(new DatabaseName("our users")),
            new TrackDatabase.Named(new DatabaseName("visits")));
    assertThat(tracks)
        .extracting(track -> track.apiRole(new SchemaName("dev")).value())
        .containsExactly("dev_api", "dev_users_api", "dev_visits_api");
    assertThat(new TrackDatabase.EachTenants("t_", "_x").of(new TenantName("acme")).value())
        .isEqualTo("t_acme_x");
  }

  @Test
  void whatIsWrongWithTheDatabasesIsWrongWithEveryTrack() {
    TrackFolder module =
        TrackFolder.in(temporary)
            .write("migrations/users/V1__one.sql", "")
            .write("migrations/visits/V1__one.sql", "")
            .write("migrations/tenant/V1__one.sql", "")
            .write(
                "databases.properties",
                "what\nuser = a\nusers = b\nusers = c\nvisits = b\ntenant = all\nshared=\n")
            .write("migrations/shared/V1__one.sql", "");

    assertThat(WorkshopModule.at(module.folder()).tracks())
        .allSatisfy(
            track ->
                assertThat(track.look().problems())
                    .extracting(TrackProblem::what)
                    .satisfiesExactly(
                        p -> assertThat(p).contains("databases.properties: \"what\" says nothing"),
                        p -> assertThat(p).contains("there is no track \"user\"; there is shared"),
                        p -> assertThat(p).contains("track users is there twice"),
                        p -> assertThat(p).contains("two tracks are in b"),
                        p -> assertThat(p).contains("its database has {tenant} in its name"),
                        p -> assertThat(p).contains("it is empty")));
  }

  @Test
  void twoTracksWithoutDatabasesWouldShareASchema() {
    TrackFolder module =
        TrackFolder.in(temporary)
            .write("migrations/users/V1__one.sql", "")
            .write("migrations/visits/V1__one.sql", "")
            .write("databases.properties", "");

    assertThat(WorkshopModule.at(module.folder()).tracks().getFirst().look().problems())
        .singleElement()
        .extracting(TrackProblem::what)
        .asString()
        .contains("users, visits are all in the workshop's database");
  }

  @Test
  void lineEndsDoNotCountInAChecksum() {
    assertThat(Checksum.of("a\r\nb\n")).isEqualTo(Checksum.of("a\nb"));
    assertThat(Checksum.of("a\nb")).isNotEqualTo(Checksum.of("a\nc"));
    assertThat(Checksum.of("\uFEFFa")).isEqualTo(Checksum.of("a"));
  }

  @Test
  void aTrackIsFoundByAnyBeginningThatNoOtherShares() {
    TrackFolder.in(temporary).up("1__one", "");
    new TrackFolder(temporary.resolve("workshop/08_tenants"))
        .write("migrations/shared/V1__one.sql", "")
        .write("migrations/tenant/V1__one.sql", "");
    Workshop workshop = Workshop.at(temporary);

    assertThat(workshop.find("07")).isEqualTo(new TrackSearch.Found(workshop.tracks().get(0)));
    assertThat(workshop.find("07_test_track")).isInstanceOf(TrackSearch.Found.class);
    assertThat(workshop.find("workshop/07_test_track/")).isEqualTo(workshop.find("07"));
    assertThat(workshop.find("../workshop/08_tenants/tenant")).isEqualTo(workshop.find("08/t"));
    assertThat(workshop.find("08/t")).isEqualTo(new TrackSearch.Found(workshop.tracks().get(2)));
    assertThat(workshop.find("08"))
        .isEqualTo(new TrackSearch.WholeModule(workshop.tracks().subList(1, 3)));
    assertThat(workshop.find("0"))
        .isInstanceOfSatisfying(
            TrackSearch.Ambiguous.class, a -> assertThat(a.labels()).hasSize(3));
    assertThat(workshop.find("07_tset_track"))
        .isInstanceOfSatisfying(
            TrackSearch.Unknown.class, u -> assertThat(u.nearest()).contains("07_test_track"));
    assertThat(workshop.find("zzzzzzzzzzzz"))
        .isInstanceOfSatisfying(TrackSearch.Unknown.class, u -> assertThat(u.nearest()).isEmpty());
  }

  @Test
  void foldersThatAreNoModulesAreLeftAlone() {
    TrackFolder.in(temporary).up("1__one", "");
    new TrackFolder(temporary.resolve("workshop/app")).write("pom.xml", "");

    assertThat(Workshop.at(temporary).modules())
        .extracting(module -> module.name().value())
        .containsExactly("07_test_track");
  }
}
