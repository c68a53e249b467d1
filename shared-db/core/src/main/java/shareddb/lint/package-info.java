/**
 * What is dangerous or not portable in a track's files, found before they are applied: a rule a
 * file. No server is asked, so a rule knows what the files say and not how many rows there are.
 *
 * <p>The files are read with the lexer of {@code shareddb.sql} and matched by tokens: a parser
 * library that knows NOT VALID, CONCURRENTLY and GRANT in Java alone was not found.
 *
 * <p>Imports {@code sql}, {@code track}, {@code names}.
 */
@NullMarked
package shareddb.lint;

import org.jspecify.annotations.NullMarked;
