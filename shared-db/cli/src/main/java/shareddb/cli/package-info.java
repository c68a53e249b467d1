/**
 * The {@code ./db} tool: finds the command that was typed, runs it, and explains what went wrong.
 */
@NullMarked
package shareddb.cli;

import org.jspecify.annotations.NullMarked;
