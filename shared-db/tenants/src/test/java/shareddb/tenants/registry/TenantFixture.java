package shareddb.tenants.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.track.Target;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.Upgrade;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.testing.Sql;

/** A module with tenants, in a folder of the test's own, and its registry in a database. */
public record TenantFixture(Login login, Path folder, TenantModule module) {

  private static final Path FILES =
      Path.of("src", "test", "resources", "shareddb", "tenants", "07_test_tenants");

  /** With an empty registry, whatever other tests left. */
  public static TenantFixture in(Path temporary, Login login) throws SQLException {
    Path folder = temporary.resolve("workshop").resolve("07_test_tenants");
    copy(FILES, folder);
    TenantModule module = TenantModule.of(WorkshopModule.at(folder)).orElseThrow();
    Upgrade.run(module.shared(), new Target(login, module.sharedSchema()));
    TenantFixture fixture = new TenantFixture(login, folder, module);
    fixture.run("DELETE FROM " + fixture.table());
    return fixture;
  }

  TenantRegistry registry() {
    return new TenantRegistry(login, module, Servers.main(login));
  }

  public Tenants tenants() {
    return new Tenants(registry(), new SnapshotStore(folder.resolve("kept")));
  }

  public void write(String file, String content) {
    try {
      Files.writeString(folder.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String table() {
    return module.sharedSchema().quoted("tenant_registry");
  }

  public void run(String sql) throws SQLException {
    Sql.run(login, sql);
  }

  public String text(String sql) throws SQLException {
    return Sql.text(login, sql);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copied = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(file, copied);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
