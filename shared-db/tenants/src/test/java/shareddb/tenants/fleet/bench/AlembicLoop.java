package shareddb.tenants.fleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.track.Target;

/** Alembic, all schemas in one process. Its start is counted, once for all. */
record AlembicLoop(String python, Path folder) implements Contestant {

  private static final String ENV =
      """
      from alembic import context
      from sqlalchemy import text
      connection = context.config.attributes["connection"]
      schema = context.config.attributes["schema"]
      with connection.begin():
          connection.execute(text('CREATE SCHEMA IF NOT EXISTS "%s"' % schema))
          context.configure(connection=connection, version_table_schema=schema)
          with context.begin_transaction():
              context.run_migrations()
      """;

  private static final String LOOP =
      """
      import sys
      from alembic import command
      from alembic.config import Config
      from sqlalchemy import create_engine
      folder, url, version = sys.argv[1:4]
      config = Config()
      config.set_main_option("script_location", folder)
      with create_engine(url).connect() as connection:
          config.attributes["connection"] = connection
          for schema in sys.stdin.read().splitlines():
              config.attributes["schema"] = schema
              command.upgrade(config, version)
      """;

  static AlembicLoop in(String python, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("versions"));
    Files.writeString(folder.resolve("env.py"), ENV);
    Files.writeString(folder.resolve("loop.py"), LOOP);
    for (int i = 1; i <= BenchTrack.SCRIPTS.size(); i++) {
      String down = i == 1 ? "None" : "\"" + (i - 1) + "\"";
      Files.writeString(
          folder.resolve("versions").resolve("v" + i + ".py"),
          revision(i, down, BenchTrack.SCRIPTS.get(i - 1)));
    }
    return new AlembicLoop(python, folder);
  }

  private static String revision(int number, String down, String sql) {
    return """
    from alembic import context, op
    revision = "%d"
    down_revision = %s
    def upgrade():
        schema = context.config.attributes["schema"]
        op.execute(\"""%s\""".replace("${flyway:defaultSchema}", schema))
    """
        .formatted(number, down, sql);
  }

  @Override
  public String name() {
    return "Alembic, one process";
  }

  @Override
  public int most() {
    return Contestant.SAMPLE;
  }

  @Override
  public boolean isWarmedUp() {
    return false;
  }

  @Override
  public void upgrade(List<Target> targets, int version) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            python,
            folder.resolve("loop.py").toString(),
            folder.toString(),
            targets.getFirst().admin().url().replaceFirst("^postgresql", "postgresql+psycopg2"),
            String.valueOf(version));
    builder.environment().put("PGPASSWORD", targets.getFirst().admin().password().reveal());
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var schemas = process.outputWriter()) {
      schemas.write(
          targets.stream().map(t -> t.schema().value()).collect(Collectors.joining("\n")));
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("alembic failed");
    }
  }
}
