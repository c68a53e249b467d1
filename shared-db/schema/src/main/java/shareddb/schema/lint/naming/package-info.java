/** The lint rules about names in SQL, so that a file can be applied to a schema of any name. */
@NullMarked
package shareddb.schema.lint.naming;

import org.jspecify.annotations.NullMarked;
