/**
 * The checklist: whether a module is all that the convention promises. It only looks; nothing is
 * changed, and none of the module's classes are loaded.
 *
 * <p>Imports {@code lint}, {@code drift}, {@code catalog}, {@code convention}, {@code tenants},
 * {@code fleet}, {@code migrate}, {@code server}, {@code track}, {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.verify;

import org.jspecify.annotations.NullMarked;
