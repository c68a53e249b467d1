/**
 * Serves modules from start to end: settings, the server, migrations as the administrator, a pool
 * as the API's role, HTTP, and a clean stop. The one place that joins the web with the rest.
 */
@NullMarked
package shareddb.serve;

import org.jspecify.annotations.NullMarked;
