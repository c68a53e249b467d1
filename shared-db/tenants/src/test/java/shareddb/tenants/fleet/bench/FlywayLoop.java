package shareddb.tenants.fleet.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import shareddb.base.track.Target;
import shareddb.base.track.Track;

/** Flyway's own API, schema after schema. */
record FlywayLoop(Track track) implements Contestant {

  @Override
  public String name() {
    return "Flyway in a loop";
  }

  @Override
  public int most() {
    return Contestant.SAMPLE;
  }

  @Override
  public void upgrade(List<Target> targets, int version) {
    targets.forEach(target -> flyway(target, version).migrate());
  }

  @Override
  public Optional<Step> status() {
    return Optional.of(
        targets -> targets.forEach(target -> flyway(target, BenchTrack.UPGRADED).info().all()));
  }

  private Flyway flyway(Target target, int version) {
    return Flyway.configure()
        .dataSource(
            target.admin().jdbcUrl(), target.admin().user(), target.admin().password().reveal())
        .locations("filesystem:" + track.migrations())
        .defaultSchema(target.schema().value())
        .placeholderSeparator("=")
        .placeholders(Map.of("flyway:defaultSchema", target.schema().value()))
        .target(String.valueOf(version))
        .load();
  }
}
