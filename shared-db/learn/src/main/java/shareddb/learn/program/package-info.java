/** The program of a Java exercise: jOOQ's classes, the compiler, the process, and its answers. */
@NullMarked
package shareddb.learn.program;

import org.jspecify.annotations.NullMarked;
