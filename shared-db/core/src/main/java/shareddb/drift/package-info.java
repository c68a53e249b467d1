/**
 * What is really in a schema, held against what its track makes.
 *
 * <p>Imports {@code migrate}, {@code catalog}, {@code server}, {@code track}, {@code settings},
 * {@code names}.
 */
@NullMarked
package shareddb.drift;

import org.jspecify.annotations.NullMarked;
