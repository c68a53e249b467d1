/** Files, ports, processes and users that the kinds of servers share; for this module only. */
@NullMarked
package shareddb.postgres.internal;

import org.jspecify.annotations.NullMarked;
