/** Import and export of requirements as CSV (RFC 4180). */
@NullMarked
package workshop.requirements.csv;

import org.jspecify.annotations.NullMarked;
