/**
 * What is done to one target with one track, an operation a file: upgrade, downgrade, current,
 * history, rebuild; and the role that the module's API logs in as.
 *
 * <p>Imports {@code track}, {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.migrate;

import org.jspecify.annotations.NullMarked;
