/** What an operation writes down about itself, and what its caller hears of it. */
@NullMarked
package shareddb.migrate.record;

import org.jspecify.annotations.NullMarked;
