package shareddb.cli.command.tenants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.TenantKeyFile;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TenantModuleOption;
import shareddb.tenants.lifecycle.BatchResult;
import shareddb.tenants.lifecycle.TenantBatch;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.registry.TenantRegistry;

/** The command {@code ./db tenants add-batch FILE.csv}. */
@CommandLine.Command
public final class TenantAddBatchCommand implements Command {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      index = "0",
      paramLabel = "FILE.csv",
      description =
          "its first line is name,domain,type,server (the last two may be left out); - reads what"
              + " is piped")
  private String file = "";

  @Option(
      names = {"-k", "--keys"},
      paramLabel = "FILE",
      description = "where the keys are written to: behind what is in it, readable by you alone")
  private @Nullable Path keys;

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    TenantRegistry registry = module.in(context);
    Optional<TenantKeyFile> keyFile = Optional.ofNullable(keys).map(TenantKeyFile::at);
    TenantBatchText report = new TenantBatchText(context.terminal(), json.wanted(), keyFile);
    BatchResult result = add(report, TenantText.tenants(registry, context), context);
    return tell(result, report.count(), context.terminal());
  }

  private BatchResult add(TenantBatchText report, Tenants tenants, CommandContext context)
      throws SQLException {
    try (BufferedReader csv = open(context);
        report) {
      return new TenantBatch(tenants, report, report).add(csv);
    } catch (CharacterCodingException e) {
      throw notUtf8(report.count());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? notUtf8(report.count()) : e;
    }
  }

  private CommandFailure notUtf8(TenantBatchCount count) {
    return CommandFailure.failed(
        file + " is not UTF-8\nof the lines before that: " + count.summary(),
        "save it as UTF-8, then  " + again());
  }

  private ExitCode tell(BatchResult result, TenantBatchCount count, Terminal terminal) {
    return switch (result) {
      case BatchResult.BadHeader(String what) ->
          throw CommandFailure.usage(
              "the first line of " + file + " names the columns, and " + what,
              "let it be  name,domain,type");
      case BatchResult.Unreadable(long behind, String what) ->
          throw CommandFailure.failed(
              "behind line %s %s cannot be read as CSV: %s\nof the lines before it: %s"
                  .formatted(behind, file, what, count.summary()),
              "mend it, then  " + again());
      case BatchResult.Done done -> done(count, terminal);
    };
  }

  private ExitCode done(TenantBatchCount count, Terminal terminal) {
    ExitCode exit = count.isAllRight() ? ExitCode.DONE : ExitCode.DIFFERS;
    if (json.wanted()) {
      terminal.print(count.json().put("exit_code", exit.code()));
      return exit;
    }
    terminal.print(count.summary());
    if (keys != null && count.hasAdded()) {
      terminal.print("the new ones' keys are at the end of " + keys);
    }
    if (exit != ExitCode.DONE) {
      terminal.advise("mend these lines, then  " + again() + "     goes on with them");
    }
    return exit;
  }

  private BufferedReader open(CommandContext context) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return context.input();
    }
    Path path = Path.of(file);
    if (!Files.exists(path) || Files.isDirectory(path)) {
      throw CommandFailure.usage(
          Files.exists(path) ? file + " is a folder" : "there is no file " + file,
          "./db tenants add-batch --help");
    }
    return Files.newBufferedReader(path);
  }

  private String again() {
    return "./db tenants add-batch %s%s%s"
        .formatted(file, keys == null ? "" : " --keys " + keys, module.again());
  }
}
