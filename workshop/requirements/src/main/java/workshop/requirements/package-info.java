/**
 * The API of requirements management, which the modules 02, 03 and 04 serve alike: its routes, its
 * records, its CSV. How each of them keeps the rows of a project is behind {@link
 * workshop.requirements.Workspaces}.
 *
 * <p>Imports {@code shareddb.web}.
 */
@NullMarked
package workshop.requirements;

import org.jspecify.annotations.NullMarked;
