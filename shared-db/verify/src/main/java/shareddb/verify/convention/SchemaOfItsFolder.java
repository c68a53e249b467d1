package shareddb.verify.convention;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Checks that the module's code names the module after its folder, which is its schema's name too.
 */
final class SchemaOfItsFolder implements ConventionPart {

  private static final Pattern NAMED = Pattern.compile("new\\s+ModuleName\\(\\s*\"([^\"]*)\"");

  @Override
  public List<ConventionBreach> breaches(ModuleFolder module) {
    return module.filesBelow("src/main/java").stream()
        .flatMap(
            file ->
                NAMED
                    .matcher(ModuleFolder.text(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .filter(name -> !name.equals(module.name()))
                    .map(
                        name ->
                            new ConventionBreach(
                                file,
                                "names the schema \"" + name + "\", and not its folder",
                                "write  new ModuleName(\"" + module.name() + "\")")))
        .toList();
  }
}
