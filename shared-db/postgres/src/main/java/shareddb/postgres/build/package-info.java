/** The throw-away Postgres of a build, shared by its processes and ended with it. */
@NullMarked
package shareddb.postgres.build;

import org.jspecify.annotations.NullMarked;
