/**
 * The modular monolith: every module in one process, on one port. The only place that knows all
 * modules.
 *
 * <p>Imports {@code shareddb.serve} and each module's own class.
 */
@NullMarked
package workshop.app;

import org.jspecify.annotations.NullMarked;
