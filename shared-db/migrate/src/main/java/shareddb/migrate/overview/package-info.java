/** Lists all targets of a server with their tracks, versions and sizes. */
@NullMarked
package shareddb.migrate.overview;

import org.jspecify.annotations.NullMarked;
