package shareddb.tenants.lifecycle;

/** Hears how a batch goes on. */
public interface BatchListener {

  /** So many more were read; nothing was done with them yet. */
  void reads(int lines);

  /** One after the other, in the order of the file. */
  void ends(BatchLine line);
}
