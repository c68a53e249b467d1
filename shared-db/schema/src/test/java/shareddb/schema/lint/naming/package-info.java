/** Each rule is shown to find what it is about, and to leave the safe way alone. */
@NullMarked
package shareddb.schema.lint.naming;

import org.jspecify.annotations.NullMarked;
