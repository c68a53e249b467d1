/** What lint knows of PostgreSQL, compared with a real one. */
@NullMarked
package shareddb.schema.lint.reading;

import org.jspecify.annotations.NullMarked;
