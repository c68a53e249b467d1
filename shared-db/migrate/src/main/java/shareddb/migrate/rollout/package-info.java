/** Takes a target through a change in phases while two versions of its API read and write. */
@NullMarked
package shareddb.migrate.rollout;

import org.jspecify.annotations.NullMarked;
