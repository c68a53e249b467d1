package shareddb.web;

import java.io.IOException;
import java.io.Writer;

/** Writes an answer piece by piece, so that it may be longer than memory. */
@FunctionalInterface
public interface TextWriter {

  void write(Writer out) throws IOException;
}
