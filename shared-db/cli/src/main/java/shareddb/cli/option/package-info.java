/** The options that several commands share. */
@NullMarked
package shareddb.cli.option;

import org.jspecify.annotations.NullMarked;
