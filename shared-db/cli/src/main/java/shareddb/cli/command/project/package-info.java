/** The command new, which creates a module. */
@NullMarked
package shareddb.cli.command.project;

import org.jspecify.annotations.NullMarked;
