/**
 * For the tests of a track: a database with the track applied, and the round trip of its
 * migrations.
 */
@NullMarked
package shareddb.tracktesting;

import org.jspecify.annotations.NullMarked;
