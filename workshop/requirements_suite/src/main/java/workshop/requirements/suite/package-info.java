/**
 * What holds of every module that serves {@code workshop.requirements}, however it keeps its
 * projects apart: a module's test extends these and says how it makes a project.
 */
@NullMarked
package workshop.requirements.suite;

import org.jspecify.annotations.NullMarked;
