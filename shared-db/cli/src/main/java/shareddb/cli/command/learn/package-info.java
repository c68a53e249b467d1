/** The commands with which people learn: exercises that are checked, lessons, a class. */
@NullMarked
package shareddb.cli.command.learn;

import org.jspecify.annotations.NullMarked;
