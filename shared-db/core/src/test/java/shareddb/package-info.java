/** What the tests of several packages share. */
@NullMarked
package shareddb;

import org.jspecify.annotations.NullMarked;
