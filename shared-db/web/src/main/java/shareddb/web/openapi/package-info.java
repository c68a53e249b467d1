/** The OpenAPI 3.1 document of an API, Swagger UI without a network, and the pages for people. */
@NullMarked
package shareddb.web.openapi;

import org.jspecify.annotations.NullMarked;
