package shareddb.learn.lesson;

import java.util.List;

/**
 * What is between two headings of the second level; the first section, before them, has no title.
 */
public record LessonSection(int line, String title, List<LessonBlock> blocks) {

  public LessonSection {
    blocks = List.copyOf(blocks);
  }

  /** The number that the title begins with, as in {@code 4. A hundred projects}; else 0. */
  public int number() {
    int dot = title.indexOf('.');
    return dot > 0 && title.substring(0, dot).chars().allMatch(Character::isDigit)
        ? Integer.parseInt(title.substring(0, dot))
        : 0;
  }
}
