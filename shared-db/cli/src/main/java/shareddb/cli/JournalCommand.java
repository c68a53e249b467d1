package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.json.Json;
import shareddb.journal.Entry;
import shareddb.journal.Journal;
import shareddb.track.Track;

/** {@code ./db journal [TRACK]}. */
@CommandLine.Command
final class JournalCommand implements Command {

  @Mixin private final TracksOption options = new TracksOption();

  @Mixin private final LimitOption limit = new LimitOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    int count = limit.of("journal");
    Journal journal = new Journal(surroundings.settings().admin());
    List<Track> wanted = options.typed().isEmpty() ? List.of() : options.in(surroundings);
    List<Entry> entries = journal.newest(wanted, count);
    Terminal terminal = surroundings.terminal();
    if (json.wanted()) {
      List<Json> operations = entries.stream().map(JournalCommand::json).toList();
      terminal.print(new Json().put("operations", operations));
    } else if (entries.isEmpty()) {
      terminal.print("nothing was changed yet" + (wanted.isEmpty() ? "" : " in this track"));
    } else {
      print(entries, terminal);
    }
    if (!json.wanted() && wanted.stream().anyMatch(Track::isOfTenants)) {
      terminal.note("what was done to many tenants at once:  ./db tenants runs");
    }
    return ExitCode.DONE;
  }

  private static void print(List<Entry> entries, Terminal terminal) {
    Table table = new Table();
    table.row("WHEN", "BY", "WHAT", "TRACK", "DATABASE", "SCHEMA", "VERSION", "TOOK", "OUTCOME");
    entries.forEach(
        entry ->
            table.row(
                Moment.of(entry.startedAt()),
                entry.by(),
                entry.operation(),
                entry.track(),
                entry.database().value(),
                entry.schema().value(),
                entry.from() + " " + terminal.arrow() + " " + entry.to(),
                entry.took().map(Moment::took).orElse("-"),
                outcome(entry, terminal)));
    terminal.print(table);
  }

  private static String outcome(Entry entry, Terminal terminal) {
    return switch (entry.state()) {
      case RUNNING -> "running";
      case DONE -> terminal.good("done");
      case FAILED -> terminal.bad("failed") + ": " + firstLine(entry.error());
      case UNKNOWN -> terminal.bad("unknown") + ": " + firstLine(entry.error());
      case UNFINISHED -> terminal.bad("unfinished") + ": its process was killed";
    };
  }

  private static String firstLine(Optional<String> error) {
    return error.orElse("").lines().findFirst().orElse("");
  }

  private static Json json(Entry entry) {
    Json json =
        new Json()
            .put("id", entry.id())
            .put("operation", entry.operation())
            .put("track", entry.track())
            .put("database", entry.database().value())
            .put("schema", entry.schema().value())
            .put("from", entry.from().toString())
            .put("to", entry.to().toString())
            .put("by", entry.by())
            .put("database_user", entry.role())
            .put("started_at", entry.startedAt());
    return (entry.took().isPresent()
            ? json.put("duration_ms", entry.took().get().toMillis())
            : json.putNull("duration_ms"))
        .put("outcome", entry.state().word())
        .put("error", entry.error());
  }
}
