package shareddb.learn.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.learn.exercise.CheckEntry;

/**
 * Makes the check of an entry. Checks of one run may share what lasts longer, such as a program.
 */
final class CheckKinds implements AutoCloseable {

  private final Path cache;
  private final ProgramOfRun program;

  CheckKinds(Path cache, Path root) {
    this.cache = cache;
    this.program = new ProgramOfRun(cache, root);
  }

  ExerciseCheck of(CheckEntry entry) {
    return Stream.<Optional<ExerciseCheck>>of(
            entry.files().map(FilesCheck::new),
            entry.applies().map(applies -> new AppliesCheck()),
            entry.catalog().map(wanted -> new CatalogCheck(wanted, cache)),
            entry.column().map(ColumnCheck::new),
            entry.rows().map(RowsCheck::new),
            entry.probe().map(ProbeCheck::new),
            entry.explain().map(ExplainCheck::new),
            entry.reader().map(ReaderCheck::new),
            entry.locks().map(LocksCheck::new),
            entry.undo().map(UndoCheck::new),
            entry.history().map(honest -> new HistoryCheck()),
            entry.lint().map(clean -> new LintCheck()),
            entry.compiles().map(sources -> new CompilesCheck(program)),
            entry.http().map(requests -> new HttpCheck(requests, program)),
            entry.log().map(wanted -> new LogCheck(wanted, program)),
            entry.answer().map(AnswerCheck::new))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not built yet: " + entry.name()));
  }

  @Override
  public void close() {
    program.close();
  }
}
