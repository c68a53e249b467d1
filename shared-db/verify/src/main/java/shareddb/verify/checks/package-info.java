/** The checks of the checklist, one class each. */
@NullMarked
package shareddb.verify.checks;

import org.jspecify.annotations.NullMarked;
