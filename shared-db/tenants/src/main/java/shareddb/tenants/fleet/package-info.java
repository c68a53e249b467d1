/** One track on many targets: upgrade, downgrade and their dry runs. */
@NullMarked
package shareddb.tenants.fleet;

import org.jspecify.annotations.NullMarked;
