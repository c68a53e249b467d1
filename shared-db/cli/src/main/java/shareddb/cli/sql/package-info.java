/** The SQL prompt of {@code ./db sql}, and its output formats. */
@NullMarked
package shareddb.cli.sql;

import org.jspecify.annotations.NullMarked;
