package shareddb.tenants.relocate.place;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import shareddb.base.names.SchemaName;

/** How the rows of one pattern become those of the other. */
public sealed interface PatternMapping {

  /** Both have the same tables. */
  record Same() implements PatternMapping {}

  /**
   * The module whose tenants are projects has the mapping in SQL files.
   *
   * @param given a query for each table of the destination
   * @param owned for each of the projects' tables, which rows are one project's
   */
  record Written(List<MappingFile> given, List<MappingFile> owned) implements PatternMapping {}

  static PatternMapping between(RelocationPlace from, RelocationPlace to) {
    return switch (from) {
      case ProjectPlace project ->
          switch (to) {
            case TenantPlace tenant -> written(project, tenant, "as_tenant");
            case ProjectPlace other ->
                throw new IllegalArgumentException("both are projects: " + from + ", " + to);
          };
      case TenantPlace tenant ->
          switch (to) {
            case ProjectPlace project -> written(project, tenant, "as_project");
            case TenantPlace other -> new Same();
          };
    };
  }

  private static Written written(ProjectPlace project, TenantPlace tenant, String folder) {
    Map<String, String> values =
        Map.of(
            "flyway:defaultSchema", inner(project.target().schema()),
            "tenant_schema", inner(tenant.target().schema()),
            "project", String.valueOf(project.id()),
            "tenant", tenant.tenant().name().value());
    Path move = project.projects().folder().resolve("move");
    return new Written(
        MappingFile.in(move.resolve(folder), values),
        MappingFile.in(move.resolve("as_project"), values));
  }

  /** The quoted name without its outer quotes, because the files have the quotes. */
  static String inner(SchemaName schema) {
    String quoted = schema.quoted();
    return quoted.substring(1, quoted.length() - 1);
  }
}
