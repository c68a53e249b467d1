/** What a diagram shows: tables, columns, keys, relations, and how each differs. */
@NullMarked
package shareddb.diagram.model;

import org.jspecify.annotations.NullMarked;
