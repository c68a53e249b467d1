/** The lint rules about locks, and about the work that Postgres does while it holds them. */
@NullMarked
package shareddb.schema.lint.locks;

import org.jspecify.annotations.NullMarked;
