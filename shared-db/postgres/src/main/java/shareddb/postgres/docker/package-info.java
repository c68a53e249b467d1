/** The Postgres of Docker Compose. */
@NullMarked
package shareddb.postgres.docker;

import org.jspecify.annotations.NullMarked;
