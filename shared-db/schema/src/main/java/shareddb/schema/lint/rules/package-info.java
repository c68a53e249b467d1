/** The lint rules, one class each. */
@NullMarked
package shareddb.schema.lint.rules;

import org.jspecify.annotations.NullMarked;
