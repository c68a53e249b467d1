/**
 * What an API of the workshop may use beside Javalin and jOOQ: plugins of Javalin's, each usable by
 * itself, and the small interface by which {@code app} finds a module.
 */
@NullMarked
package shareddb.web;

import org.jspecify.annotations.NullMarked;
