/** The person who sends a request, and the limits that keep one tenant from using up the pool. */
@NullMarked
package workshop.requirements.access;

import org.jspecify.annotations.NullMarked;
