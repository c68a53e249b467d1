/**
 * Notes, in the schema {@code "@module@"}.
 */
@NullMarked
package workshop.@package@;

import org.jspecify.annotations.NullMarked;
