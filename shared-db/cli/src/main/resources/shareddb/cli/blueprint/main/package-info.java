/**
 * Notes, in the schema {@code "@module@"}.
 *
 * <p>Imports {@code shareddb.web}, {@code shareddb.serve} and {@code shareddb.names}.
 */
@NullMarked
package workshop.@package@;

import org.jspecify.annotations.NullMarked;
