/** Every check is shown to pass on a sound module, and to fail when what it looks at is broken. */
@NullMarked
package shareddb.verify.checks;

import org.jspecify.annotations.NullMarked;
