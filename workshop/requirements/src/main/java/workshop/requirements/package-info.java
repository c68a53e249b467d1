/**
 * Requirements management, which the modules 02, 03 and 04 serve alike: its records, and the
 * interfaces that each module implements with jOOQ over its own tables. {@link
 * workshop.requirements.Workspaces} is the one that differs from pattern to pattern.
 */
@NullMarked
package workshop.requirements;

import org.jspecify.annotations.NullMarked;
