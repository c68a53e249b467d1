/**
 * Errors as problem documents (RFC 9457): whatever ends a request early, Jetty's refusals included.
 */
@NullMarked
package shareddb.web.problem;

import org.jspecify.annotations.NullMarked;
