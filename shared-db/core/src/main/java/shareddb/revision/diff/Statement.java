package shareddb.revision.diff;

import java.util.List;

/** One statement of a script, and what is said above it. */
record Statement(List<String> comments, String sql) {

  static Statement of(String sql, String... comments) {
    return new Statement(List.of(comments), sql);
  }

  /** As it stands in a file. */
  String written() {
    StringBuilder text = new StringBuilder();
    comments.forEach(comment -> text.append("-- ").append(StandIn.written(comment)).append('\n'));
    return text.append(StandIn.written(sql)).append(";\n").toString();
  }
}
