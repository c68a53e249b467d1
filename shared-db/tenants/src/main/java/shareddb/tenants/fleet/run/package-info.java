/** Works on many targets side by side, within a budget of connections. */
@NullMarked
package shareddb.tenants.fleet.run;

import org.jspecify.annotations.NullMarked;
