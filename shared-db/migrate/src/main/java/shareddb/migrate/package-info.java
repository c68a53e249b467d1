/**
 * One track on one target: upgrade, downgrade, rebuild and adopt, each with its plan and its
 * result.
 */
@NullMarked
package shareddb.migrate;

import org.jspecify.annotations.NullMarked;
