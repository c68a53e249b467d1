/** Writes a diagram as an SVG document that loads nothing and runs no script. */
@NullMarked
package shareddb.diagram.svg;

import org.jspecify.annotations.NullMarked;
