package shareddb.learn.lesson;

import java.util.List;

/**
 * What is between two headings of the second level; the first section, before them, has no title.
 *
 * @param results the queries that tell whether what the section makes is there; none where it only
 *     reads
 */
public record LessonSection(
    int line, String title, List<LessonBlock> blocks, List<SectionQuery> results) {

  public LessonSection {
    blocks = List.copyOf(blocks);
    results = List.copyOf(results);
  }

  /** The number that the title begins with, as in {@code 4. A hundred projects}; else 0. */
  public int number() {
    int dot = title.indexOf('.');
    return dot > 0 && title.substring(0, dot).chars().allMatch(Character::isDigit)
        ? Integer.parseInt(title.substring(0, dot))
        : 0;
  }
}
