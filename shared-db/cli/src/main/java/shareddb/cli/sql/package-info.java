/**
 * SQL, typed or piped: where a statement ends, how it is run, and how its result is shown.
 *
 * <p>Imports {@code sql}, {@code names}, {@code cli.json} and {@code cli.output}.
 */
@NullMarked
package shareddb.cli.sql;

import org.jspecify.annotations.NullMarked;
