/**
 * New migrations, written from a template.
 *
 * <p>Imports {@code track}.
 */
@NullMarked
package shareddb.revision;

import org.jspecify.annotations.NullMarked;
