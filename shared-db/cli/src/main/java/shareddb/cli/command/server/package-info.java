/** The commands for the server: start, status, stop. */
@NullMarked
package shareddb.cli.command.server;

import org.jspecify.annotations.NullMarked;
