/** The commands for single tenants: add, list, show, suspend, resume, rotate-key, remove. */
@NullMarked
package shareddb.cli.command.tenants;

import org.jspecify.annotations.NullMarked;
