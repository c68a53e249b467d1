/** The lessons' pages: read from Markdown, run in terminals, compared with what the page shows. */
@NullMarked
package shareddb.learn.lesson;

import org.jspecify.annotations.NullMarked;
