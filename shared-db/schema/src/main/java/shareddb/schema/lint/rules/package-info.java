/** The lint rules about files and versions, and about code and rows that a change breaks. */
@NullMarked
package shareddb.schema.lint.rules;

import org.jspecify.annotations.NullMarked;
