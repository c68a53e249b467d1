package shareddb.diagram.model;

/** A key that a column belongs to, in the letters that Mermaid uses too. */
public enum KeyMark {
  PK("primary key"),
  FK("foreign key"),
  UK("unique");

  private final String meaning;

  KeyMark(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
