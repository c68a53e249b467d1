/** A class: learners with roles of their own on one shared server, and their progress. */
@NullMarked
package shareddb.learn.classroom;

import org.jspecify.annotations.NullMarked;
