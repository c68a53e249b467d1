package shareddb.learn.lesson;

import java.nio.file.Path;
import java.util.List;

/** A page of Markdown with commands, and the outputs that it shows for them. */
public record LessonPage(Path file, List<LessonSection> sections) {

  public LessonPage {
    sections = List.copyOf(sections);
  }

  /** The folder where the page's commands are typed. */
  public Path folder() {
    return file.toAbsolutePath().resolve("..").normalize();
  }

  /** The name of the folder: that of the module. */
  public String name() {
    return String.valueOf(folder().getFileName());
  }
}
