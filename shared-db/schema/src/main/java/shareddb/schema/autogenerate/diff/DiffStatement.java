package shareddb.schema.autogenerate.diff;

import java.util.List;

/** One statement of a script, with the comments above it. */
record DiffStatement(List<String> comments, String sql) {

  static DiffStatement of(String sql, String... comments) {
    return new DiffStatement(List.of(comments), sql);
  }

  /** The statement as it is written to a file. */
  String written() {
    StringBuilder text = new StringBuilder();
    comments.forEach(
        comment -> text.append("-- ").append(SchemaPlaceholder.written(comment)).append('\n'));
    return text.append(SchemaPlaceholder.written(sql)).append(";\n").toString();
  }
}
