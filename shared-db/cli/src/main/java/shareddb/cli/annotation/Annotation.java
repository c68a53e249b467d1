package shareddb.cli.annotation;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * One finding for a code review.
 *
 * @param level error, warning or note
 * @param file the file or folder, relative to the repository
 * @param subject the object that is meant, where the file does not say it; else an empty text
 */
public record Annotation(
    AnnotationRule rule,
    String level,
    Path file,
    int line,
    String subject,
    String message,
    String advice) {

  /** A finding in a line of a file. */
  public Annotation(
      AnnotationRule rule, String level, Path file, int line, String message, String advice) {
    this(rule, level, file, line, "", message, advice);
  }

  /** The file's path with slashes on every system. */
  String path() {
    return file.toString().replace('\\', '/');
  }

  /** The file as a relative reference, with blanks and the like escaped. */
  String uri() {
    try {
      return new URI(null, null, path(), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no reference can name " + file, e);
    }
  }
}
