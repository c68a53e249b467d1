/** JSON as every API of the workshop speaks it. */
@NullMarked
package shareddb.web.json;

import org.jspecify.annotations.NullMarked;
