/**
 * The settings: the environment, then {@code .env}, then defaults; all problems reported at once.
 */
@NullMarked
package shareddb.base.settings;

import org.jspecify.annotations.NullMarked;
