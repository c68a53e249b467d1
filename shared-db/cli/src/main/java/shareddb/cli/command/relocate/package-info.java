/** The command move, which relocates tenants from one pattern to another. */
@NullMarked
package shareddb.cli.command.relocate;

import org.jspecify.annotations.NullMarked;
