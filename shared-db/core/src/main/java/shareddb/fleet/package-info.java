/**
 * One track applied to many targets: probed together, moved side by side, each as a whole, in a run
 * that the journal knows and another run can go on with.
 *
 * <p>Imports {@code drift}, {@code journal}, {@code migrate}, {@code catalog}, {@code track},
 * {@code server}, {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.fleet;

import org.jspecify.annotations.NullMarked;
