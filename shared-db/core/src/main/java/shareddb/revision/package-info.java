/**
 * New migrations: written from a template, or from what somebody changed in a live schema by hand;
 * the latter are tried in a scratch database before they are written.
 *
 * <p>Imports {@code revision.diff}, {@code drift}, {@code migrate}, {@code catalog}, {@code track},
 * {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.revision;

import org.jspecify.annotations.NullMarked;
