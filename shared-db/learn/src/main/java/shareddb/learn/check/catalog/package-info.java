/** What counts of a catalog in an exercise, and the words for a difference. */
@NullMarked
package shareddb.learn.check.catalog;

import org.jspecify.annotations.NullMarked;
