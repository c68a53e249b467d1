/**
 * What every module's folder has in common, so that whoever knows one knows all: a part of the
 * convention a file.
 *
 * <p>Reads files and nothing else. Imports {@code sql}, {@code track}, {@code names}.
 */
@NullMarked
package shareddb.convention;

import org.jspecify.annotations.NullMarked;
