/**
 * The Postgres servers of this project: the one that every module shares, started with Docker
 * Compose or from embedded binaries, and the throw-away one of a build.
 *
 * <p>Imports {@code settings} and {@code names}. It prints nothing: outcomes are sealed results,
 * and progress goes to a listener.
 */
@NullMarked
package shareddb.server;

import org.jspecify.annotations.NullMarked;
