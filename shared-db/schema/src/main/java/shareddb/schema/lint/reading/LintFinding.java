package shareddb.schema.lint.reading;

import java.nio.file.Path;

/**
 * One thing that may be wrong.
 *
 * @param rule its name, by which a comment allows it
 * @param what why it may be wrong
 * @param instead the safe way, written out; it may have several lines
 */
public record LintFinding(String rule, Path file, int line, String what, String instead) {}
