/** Runs scripts: in one transaction, statement by statement, or many in one message. */
@NullMarked
package shareddb.migrate.script;

import org.jspecify.annotations.NullMarked;
