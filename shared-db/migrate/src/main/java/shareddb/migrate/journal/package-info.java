/**
 * The journal: a row for each operation that changed anything, and for each run over many targets.
 */
@NullMarked
package shareddb.migrate.journal;

import org.jspecify.annotations.NullMarked;
