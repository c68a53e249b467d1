/** Each rule is shown to find what it is about, and to leave the safe way alone. */
@NullMarked
package shareddb.schema.lint.rules;

import org.jspecify.annotations.NullMarked;
