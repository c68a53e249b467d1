/** The shell scripts by which everything is started, run in checkouts made for the purpose. */
@NullMarked
package shareddb.cli.launch;

import org.jspecify.annotations.NullMarked;
