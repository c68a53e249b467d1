package shareddb.cli.annotation;

/** A line that makes GitHub show an annotation beside a file of a pull request. */
public record WorkflowCommand(Annotation annotation) {

  @Override
  public String toString() {
    String command = annotation.level().equals("note") ? "notice" : annotation.level();
    return "::%s file=%s,line=%d,title=%s::%s"
        .formatted(
            command,
            property(annotation.path()),
            annotation.line(),
            property(annotation.rule().id() + " " + annotation.rule().name()),
            data(annotation.message() + "\nInstead:\n" + annotation.advice()));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
