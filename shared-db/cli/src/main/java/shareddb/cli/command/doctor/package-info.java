/** The command that finds what is wrong on this machine, and what is left over on the server. */
@NullMarked
package shareddb.cli.command.doctor;

import org.jspecify.annotations.NullMarked;
