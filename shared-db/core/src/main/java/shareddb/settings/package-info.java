/**
 * Where the server is and how to log in: environment, then {@code .env}, then defaults; every
 * problem collected and reported once.
 *
 * <p>Imports {@code jdbc}, {@code names}.
 */
@NullMarked
package shareddb.settings;

import org.jspecify.annotations.NullMarked;
