package shareddb.cli.command.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import shareddb.base.names.ModuleName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.SnapshotText;
import shareddb.migrate.snapshot.Snapshot;

/** The text and the JSON of a module's removal: what it would take away, and what it took. */
record ModuleRemovalText(
    ModuleContent content, List<String> lists, boolean hadFolder, CommandContext context) {

  /** Reads the files now: they are gone after the removal. */
  static ModuleRemovalText of(ModuleContent content, CommandContext context) {
    return new ModuleRemovalText(
        content,
        content.files().lists().stream().map(context::shown).toList(),
        content.files().hasFolder(),
        context);
  }

  /** The effect of the removal: a line for each schema, the tenants, the lists and the folder. */
  String plan() {
    return "removing " + name() + " would\n  " + String.join("\n  ", lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    content
        .schemas()
        .forEach(one -> lines.add("drop " + one.chosen().schema() + " with " + rows(one.rows())));
    if (!content.tenants().isEmpty()) {
      lines.add(
          "drop %s with %s in %s of their own"
              .formatted(
                  CountText.of(content.tenants().size(), "tenant"),
                  rows(tenantRows()),
                  content.tenants().getFirst().chosen().isInDatabaseOfItsOwn()
                      ? "databases"
                      : "schemas"));
    }
    if (!lists.isEmpty()) {
      lines.add("take its lines out of " + String.join(" and ", lists));
    }
    if (hadFolder) {
      lines.add("move %s to localdev/removed".formatted(context.shown(content.files().folder())));
    }
    return lines;
  }

  /** What would be removed, as JSON. */
  JsonObject json() {
    return new JsonObject()
        .put("module", name().value())
        .put("schemas", content.schemas().stream().map(ModuleRemovalText::json).toList())
        .put("tenants", content.tenants().stream().map(ModuleRemovalText::json).toList())
        .putTexts("lists", lists)
        .put(
            "folder",
            hadFolder ? Optional.of(context.shown(content.files().folder())) : Optional.empty());
  }

  JsonObject json(List<Snapshot> kept, Optional<Path> folder) {
    return json()
        .put("removed", true)
        .put("snapshots", kept.stream().map(one -> SnapshotText.json(one, context)).toList())
        .put("folder_now", folder.map(context::shown))
        .putTexts("restore", wayBack(kept, folder));
  }

  void print(List<Snapshot> kept, Optional<Path> folder) {
    Terminal terminal = context.terminal();
    content
        .schemas()
        .forEach(one -> terminal.print(terminal.tick() + " " + one.chosen().schema() + " is gone"));
    if (!content.tenants().isEmpty()) {
      String tenants = CountText.of(content.tenants().size(), "tenant");
      terminal.print(terminal.tick() + " " + tenants + " and their roles are gone");
    }
    kept.forEach(snapshot -> terminal.print(SnapshotText.kept(snapshot, context)));
    lists.forEach(list -> terminal.print(terminal.tick() + " not named in " + list + " any more"));
    folder.ifPresent(
        path -> terminal.print(terminal.tick() + " its folder is " + context.shown(path) + " now"));
    List<String> back = wayBack(kept, folder);
    if (!back.isEmpty()) {
      terminal.print(
          Terminal.indented("to get back:  " + String.join("\n", back), "to get back:  ".length()));
    }
  }

  /** The commands that bring the module back, if its folder is there; without its tenants. */
  private List<String> wayBack(List<Snapshot> kept, Optional<Path> folder) {
    if (folder.isEmpty()) {
      return List.of();
    }
    List<String> back = new ArrayList<>();
    back.add("mv %s %s".formatted(context.shown(folder.get()), context.shown(target())));
    back.add("./db new " + name());
    for (Snapshot snapshot : kept) {
      content.schemas().stream()
          .filter(one -> one.chosen().target().schema().equals(snapshot.manifest().schema()))
          .filter(one -> one.chosen().track().label().equals(snapshot.manifest().track()))
          .forEach(one -> back.add(SnapshotText.restore(one.chosen(), snapshot)));
    }
    return back;
  }

  private Path target() {
    return content.files().folder();
  }

  private ModuleName name() {
    return content.files().name();
  }

  private OptionalLong tenantRows() {
    return content.tenants().stream().allMatch(one -> one.rows().isPresent())
        ? OptionalLong.of(content.tenants().stream().mapToLong(one -> one.rows().getAsLong()).sum())
        : OptionalLong.empty();
  }

  private static String rows(OptionalLong rows) {
    return rows.isPresent()
        ? CountText.of(rows.getAsLong(), "row")
        : "more rows than were counted in 20 s";
  }

  private static JsonObject json(ModuleContent.SchemaRows one) {
    JsonObject json = one.chosen().json();
    return one.rows().isPresent() ? json.put("rows", one.rows().getAsLong()) : json.putNull("rows");
  }
}
