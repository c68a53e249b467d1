package shareddb.verify.convention;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;
import shareddb.schema.lint.reading.LintSettings;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.TrackTables;

/**
 * Checks that the files that make a tenant name no other schema and no tenant, because the same
 * files make all tenants.
 */
final class TenantsApart implements ConventionPart {

  private static final List<String> FOLDERS = List.of("migrations/tenant", "undo/tenant", "types");

  @Override
  public List<ConventionBreach> breaches(ModuleFolder module) {
    boolean has = module.module().tracks().stream().anyMatch(track -> track.isOfTenants());
    return has
        ? FOLDERS.stream()
            .flatMap(folder -> module.filesBelow(folder).stream())
            .flatMap(file -> breaches(module, file))
            .toList()
        : List.of();
  }

  private static Stream<ConventionBreach> breaches(ModuleFolder module, Path file) {
    LintedFile sql =
        LintedFile.of(
            file, ModuleFolder.text(file), TrackTables.NONE, LintSettings.NEWEST_POSTGRES);
    Set<String> names = new LinkedHashSet<>();
    names(sql.script(), module, names);
    if (sql.mentions().stream().anyMatch(mention -> mention.isIn("public"))) {
      names.add("public");
    }
    return names.stream()
        .map(
            name ->
                new ConventionBreach(
                    file,
                    "names  " + name + "  and would be the same for every tenant",
                    "write \"${flyway:defaultSchema}\" in its place"));
  }

  /** Adds the module's and the tenants' names: as identifiers, in strings and in bodies. */
  private static void names(SqlScript script, ModuleFolder module, Set<String> names) {
    String tenant = module.name().substring(0, 2) + "_tenant_";
    for (SqlStatement statement : script.statements()) {
      for (Token token : statement.tokens()) {
        String name = token.isIdentifier() ? token.identifier() : "";
        if (name.equals(module.name()) || name.startsWith(tenant)) {
          names.add(name);
        } else if (token.kind() == Token.Kind.STRING) {
          names(SqlScript.of(token.content(), token.line()), module, names);
        }
      }
    }
  }
}
