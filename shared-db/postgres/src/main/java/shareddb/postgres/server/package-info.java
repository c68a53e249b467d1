/**
 * What the kinds of servers have in common: status, results, problems, and the databases on a
 * server.
 */
@NullMarked
package shareddb.postgres.server;

import org.jspecify.annotations.NullMarked;
