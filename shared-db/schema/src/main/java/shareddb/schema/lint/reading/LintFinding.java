package shareddb.schema.lint.reading;

import java.nio.file.Path;

/**
 * One possible problem in a file.
 *
 * @param rule the rule's name, which a comment may allow
 * @param what the reason why it may be wrong
 * @param instead the safe way as SQL or words, in one or more lines
 */
public record LintFinding(String rule, Path file, int line, String what, String instead) {}
