/** The tool's commands, run in this JVM against a database of their own. */
@NullMarked
package shareddb.cli.sql;

import org.jspecify.annotations.NullMarked;
