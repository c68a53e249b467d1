/** new. */
@NullMarked
package shareddb.cli.command.project;

import org.jspecify.annotations.NullMarked;
