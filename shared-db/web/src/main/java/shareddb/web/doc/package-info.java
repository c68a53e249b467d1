/** The documentation of a route, as metadata of its Javalin endpoint, and what documents share. */
@NullMarked
package shareddb.web.doc;

import org.jspecify.annotations.NullMarked;
