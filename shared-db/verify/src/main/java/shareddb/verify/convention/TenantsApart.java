package shareddb.verify.convention;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
    String text = withoutComments(ModuleFolder.text(file));
    String tenant = module.name().substring(0, 2) + "_tenant_";
    return Stream.of(module.name(), tenant, "public.", "\"public\"")
        .filter(text::contains)
        .map(
            name ->
                new ConventionBreach(
                    file,
                    "names  " + name + "  and would be the same for every tenant",
                    "write \"${flyway:defaultSchema}\" in its place"));
  }

  private static String withoutComments(String sql) {
    return sql.replaceAll("(?m)--.*$", "");
  }
}
