/** Listeners of jOOQ's that a module may use. */
@NullMarked
package shareddb.web.sql;

import org.jspecify.annotations.NullMarked;
