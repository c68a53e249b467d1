/** Whether a module is built as all others are. */
@NullMarked
package shareddb.verify.convention;

import org.jspecify.annotations.NullMarked;
