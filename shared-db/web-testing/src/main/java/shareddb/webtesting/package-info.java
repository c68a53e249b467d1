/**
 * What the tests of every module's API need: the API on a free port over a fresh database, a client
 * for it, and its OpenAPI document to hold answers against.
 */
@NullMarked
package shareddb.webtesting;

import org.jspecify.annotations.NullMarked;
