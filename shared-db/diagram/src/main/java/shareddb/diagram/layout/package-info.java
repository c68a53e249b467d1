/** Places the tables of a diagram and routes its relations, with ELK's layered algorithm. */
@NullMarked
package shareddb.diagram.layout;

import org.jspecify.annotations.NullMarked;
