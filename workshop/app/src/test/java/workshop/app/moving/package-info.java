/**
 * Tenants move from pattern to pattern while people use them, and while the mover is killed. In
 * small among the tests; in full by {@code shared-db/launch/move-trial.sh}.
 */
@NullMarked
package workshop.app.moving;

import org.jspecify.annotations.NullMarked;
