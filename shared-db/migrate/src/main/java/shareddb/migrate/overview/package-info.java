/** Every target of a server in one look: its track, its version, its size. */
@NullMarked
package shareddb.migrate.overview;

import org.jspecify.annotations.NullMarked;
