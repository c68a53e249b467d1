package shareddb.learn.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a lesson from its Markdown: the sections, and of each the blocks that are acted on. */
public final class LessonReader {

  private static final String FENCE = "```";
  private static final String HEADING = "## ";
  private static final Pattern RESULT = Pattern.compile("<!-- result in (\\S+): (.+) -->");

  private final Path file;
  private final List<String> lines;
  private final List<LessonSection> sections = new ArrayList<>();
  private final List<LessonBlock> blocks = new ArrayList<>();
  private final List<SectionQuery> results = new ArrayList<>();
  private String title = "";
  private int titleLine = 1;
  private BlockMark mark = BlockMark.NONE;

  private LessonReader(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Reads a page; an {@link InvalidLesson} names the line that cannot be read. */
  public static LessonPage read(Path file) {
    try {
      return new LessonReader(file, Files.readAllLines(file)).page();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LessonPage page() {
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      at = line.startsWith(FENCE) ? block(at) : text(at);
    }
    endSection();
    return new LessonPage(file, sections);
  }

  private int text(int at) {
    String line = lines.get(at);
    Matcher result = RESULT.matcher(line);
    if (result.matches()) {
      results.add(new SectionQuery(result.group(1), result.group(2)));
    } else if (BlockMark.isComment(line)) {
      comment(line, at);
    } else if (line.startsWith(HEADING)) {
      endSection();
      title = line.substring(HEADING.length());
      titleLine = at + 1;
    }
    return at + 1;
  }

  /** A comment right before a fence has to be one that is known: a typing error would be run. */
  private void comment(String line, int at) {
    BlockMark marked = mark.with(line);
    if (marked != null) {
      mark = marked;
    } else if (at + 1 < lines.size() && lines.get(at + 1).startsWith(FENCE)) {
      throw new InvalidLesson(file, at + 1, "the comment before a block is not known: " + line);
    }
  }

  private void endSection() {
    if (!mark.equals(BlockMark.NONE)) {
      throw new InvalidLesson(
          file, titleLine, "a comment for a block has no block in this section");
    }
    if (!title.isEmpty() || !blocks.isEmpty()) {
      sections.add(new LessonSection(titleLine, title, blocks, results));
    }
    blocks.clear();
    results.clear();
  }

  /** Returns the line behind the block. */
  private int block(int at) {
    int end = at + 1;
    while (end < lines.size() && !lines.get(end).equals(FENCE)) {
      end++;
    }
    if (end == lines.size()) {
      throw new InvalidLesson(file, at + 1, "the block does not end");
    }
    LessonBlock block = block(lines.get(at).substring(FENCE.length()), at + 1, end);
    if (block != null) {
      blocks.add(block);
    }
    mark = BlockMark.NONE;
    return end + 1;
  }

  private @Nullable LessonBlock block(String language, int begin, int end) {
    List<String> text = lines.subList(begin, end);
    if (!mark.isRun()) {
      return null;
    }
    String path = mark.path();
    if (path != null) {
      return new LessonBlock.WrittenFile(begin + 1, path, String.join("\n", text) + "\n");
    }
    return language.equals("console")
        ? new LessonBlock.Console(begin + 1, mark.terminal(), ConsoleReader.read(text, begin + 1))
        : null;
  }
}
