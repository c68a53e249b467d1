/** The commands of an instructor for a class of learners. */
@NullMarked
package shareddb.cli.command.classroom;

import org.jspecify.annotations.NullMarked;
