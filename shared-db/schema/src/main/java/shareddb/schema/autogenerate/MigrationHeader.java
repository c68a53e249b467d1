package shareddb.schema.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.schema.catalog.CatalogDifference;

/** The comment above the statements of a migration that was written from a live schema. */
final class MigrationHeader {

  private MigrationHeader() {}

  static String up(MigrationDescription description, MigrationProof proof, List<String> notes) {
    List<String> lines = new ArrayList<>();
    lines.add(description.line());
    lines.add("");
    lines.add("Written from what was changed in a schema by hand. Read it before you apply it: it");
    lines.add("says what was done, and not what was meant.");
    lines.addAll(about(proof.up()));
    notes.stream().flatMap(String::lines).forEach(lines::add);
    return comment(lines);
  }

  static String down(RevisionFiles files, MigrationProof proof) {
    List<String> lines = new ArrayList<>();
    lines.add("Takes back what " + files.migration().getFileName() + " does.");
    lines.addAll(about(proof.down()));
    return comment(lines);
  }

  private static List<String> about(MigrationProof.Check check) {
    return switch (check) {
      case MigrationProof.Check.Passed passed -> List.of();
      case MigrationProof.Check.NotTried notTried -> List.of("", "NOT TRIED.");
      case MigrationProof.Check.Failed(String reason) -> {
        List<String> lines = new ArrayList<>(List.of("", "DOES NOT WORK YET, mend it by hand."));
        reason.lines().forEach(lines::add);
        yield lines;
      }
      case MigrationProof.Check.Differs(List<CatalogDifference> differences) -> {
        List<String> lines = new ArrayList<>(List.of("", "NOT EXPRESSED HERE, write it by hand:"));
        differences.forEach(difference -> lines.add("  " + line(difference)));
        yield lines;
      }
    };
  }

  private static String line(CatalogDifference difference) {
    String rest =
        switch (difference) {
          case CatalogDifference.Missing(var object, String wanted) -> " should be made: " + wanted;
          case CatalogDifference.Unexpected(var object, String found) -> " should go: " + found;
          case CatalogDifference.Changed(var object, String wanted, String found) ->
              " should be: " + wanted + "; and is: " + found;
        };
    return (difference.object() + rest).replaceAll("\\s+", " ");
  }

  private static String comment(List<String> lines) {
    return lines.stream()
        .map(line -> ("-- " + line.replace("${", "$ {")).stripTrailing())
        .collect(Collectors.joining("\n", "", "\n\n"));
  }
}
