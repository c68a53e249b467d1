package shareddb.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import shareddb.cli.command.ExitCode;
import shareddb.cli.lost.CommitLosingProxy;

/**
 * What the tool said about one lost COMMIT, and whether it was true.
 *
 * @param said done, not done or not known
 */
record LostVerdict(String line, String said, List<String> faults) {

  private static final List<String> DENIALS =
      List.of(
          "nothing was changed",
          "rolled back",
          "as before",
          "has not moved",
          "could not be dropped",
          "was not undone");

  static LostVerdict of(
      LostOperation operation, LostCommitTrial.Variant variant, CommitLosingProxy proxy)
      throws Exception {
    operation.arranged().run();
    variant.arm(proxy, operation);
    Tool.Run run = operation.command().run();
    boolean struck = proxy.hasStruck();
    proxy.calm();
    String state = operation.state().read();
    boolean done = state.equals(operation.after());
    String said = said(run);
    List<String> wrong = new ArrayList<>();
    if (!struck) {
      wrong.add("nothing was lost");
    }
    if (!done && !state.equals(operation.before())) {
      wrong.add("half done: " + state);
    }
    if (said.equals("done") && !done) {
      wrong.add("said to be done, and is not");
    }
    if (said.equals("not done") && done) {
      wrong.add("said not to be done, and is");
    }
    if (said.equals("not known")
        && variant != LostCommitTrial.Variant.ANSWER_AND_NO_NEW_CONNECTION) {
      wrong.add("could have been known");
    }
    if (said.equals("not known") && denies(run)) {
      wrong.add("not known, and denied");
    }
    if (done || said.equals("not known")) {
      String fault = operation.way().fault();
      if (!fault.isEmpty()) {
        wrong.add("no way back: " + fault);
      }
    }
    String line =
        "%-18s %-29s said %-9s is %-8s %s"
            .formatted(
                operation.name(),
                variant,
                said,
                done ? "done" : "not done",
                wrong.isEmpty() ? "true" : wrong);
    return new LostVerdict(
        line, said, wrong.stream().map(fault -> line + "\n" + run.all()).limit(1).toList());
  }

  private static String said(Tool.Run run) {
    if (run.exit() == ExitCode.DONE) {
      return "done";
    }
    return run.err().contains("not known") ? "not known" : "not done";
  }

  private static boolean denies(Tool.Run run) {
    return Stream.of(run.err()).anyMatch(text -> DENIALS.stream().anyMatch(text::contains));
  }
}
