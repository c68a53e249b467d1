/** Proves the exercises themselves: starts fail, goals pass, and wrong answers are told apart. */
@NullMarked
package shareddb.learn.proof;

import org.jspecify.annotations.NullMarked;
