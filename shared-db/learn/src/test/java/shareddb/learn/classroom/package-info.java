/** Tests of classes. */
@NullMarked
package shareddb.learn.classroom;

import org.jspecify.annotations.NullMarked;
