/** Pictures of a schema: its tables, keys and relations as SVG or Mermaid text. */
@NullMarked
package shareddb.diagram;

import org.jspecify.annotations.NullMarked;
