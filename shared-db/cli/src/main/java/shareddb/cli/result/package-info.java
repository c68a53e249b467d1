/** The results that several commands write, for people and for scripts. */
@NullMarked
package shareddb.cli.result;

import org.jspecify.annotations.NullMarked;
