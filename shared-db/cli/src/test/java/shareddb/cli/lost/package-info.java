/** A server whose answers are lost on the way. */
@NullMarked
package shareddb.cli.lost;

import org.jspecify.annotations.NullMarked;
