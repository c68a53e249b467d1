package shareddb.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import shareddb.cli.annotation.Annotation;
import shareddb.cli.annotation.AnnotationRule;
import shareddb.cli.annotation.SarifDocument;
import shareddb.cli.annotation.WorkflowCommand;
import shareddb.cli.output.Terminal;

/** The option {@code --format}, and {@code --json}, which is the same as {@code --format json}. */
public final class FormatOption {

  private static final String NAME = "--format";

  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = NAME,
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description =
          "text, json, sarif (for code reviews) or github (annotations of a pull request)")
  private @Nullable OutputFormat format;

  /** Reads the name of a format. */
  static final class FormatConverter implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String text) {
      for (OutputFormat format : OutputFormat.values()) {
        if (format.toString().equals(text)) {
          return format;
        }
      }
      throw new TypeConversionException(
          "\"%s\" is not text, json, sarif or github".formatted(text));
    }
  }

  public OutputFormat format() {
    OutputFormat wanted = format == null ? OutputFormat.TEXT : format;
    return json.wanted() ? OutputFormat.JSON : wanted;
  }

  /** The option {@code --json} as the format asks for it. */
  public JsonOption json() {
    return format() == OutputFormat.JSON ? JsonOption.WANTED : new JsonOption();
  }

  /** Whether findings are printed as annotations. */
  public boolean annotates() {
    return format() == OutputFormat.SARIF || format() == OutputFormat.GITHUB;
  }

  /** Prints findings for a code review. */
  public void print(
      String tool, List<AnnotationRule> rules, List<Annotation> found, Terminal terminal) {
    if (format() == OutputFormat.SARIF) {
      terminal.print(new SarifDocument(tool, rules, found).json());
    } else {
      found.forEach(annotation -> terminal.print(new WorkflowCommand(annotation).toString()));
    }
  }

  /** Whether the arguments ask for JSON. */
  static boolean asksForJson(List<String> arguments) {
    int at = arguments.indexOf(NAME);
    return arguments.contains(NAME + "=json")
        || (at >= 0 && arguments.subList(at, arguments.size()).contains("json"));
  }
}
