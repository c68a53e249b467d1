/** The SQL prompt of {@code ./db sql}. */
@NullMarked
package shareddb.cli.sql;

import org.jspecify.annotations.NullMarked;
