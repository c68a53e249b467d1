/** The HTTP server around an API: Jetty's settings, hosts, probes, metrics, the way it stops. */
@NullMarked
package shareddb.web.server;

import org.jspecify.annotations.NullMarked;
