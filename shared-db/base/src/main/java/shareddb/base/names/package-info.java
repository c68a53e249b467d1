/**
 * A value type for each kind of name, checked when it is made, and the one place where names are
 * quoted.
 */
@NullMarked
package shareddb.base.names;

import org.jspecify.annotations.NullMarked;
