/** The record of an operation in the journal, and the messages that its caller gets. */
@NullMarked
package shareddb.migrate.record;

import org.jspecify.annotations.NullMarked;
