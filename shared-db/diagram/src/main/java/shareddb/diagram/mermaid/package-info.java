/** Writes a diagram as the text of a Mermaid erDiagram. */
@NullMarked
package shareddb.diagram.mermaid;

import org.jspecify.annotations.NullMarked;
