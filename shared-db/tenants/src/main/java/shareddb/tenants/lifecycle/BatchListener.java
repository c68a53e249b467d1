package shareddb.tenants.lifecycle;

/** Receives the progress of a batch. */
public interface BatchListener {

  /** More lines were read; nothing was done with them yet. */
  void reads(int lines);

  /** A line was tried. The calls come in the order of the file. */
  void ends(BatchLine line);
}
