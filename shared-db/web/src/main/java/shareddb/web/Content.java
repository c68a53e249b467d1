package shareddb.web;

/** What is in the body of a request or of an answer, as the document tells it. */
sealed interface Content {

  String mediaType();

  /** How people call it. */
  String shown();

  /**
   * A record.
   *
   * @param paged whether it is a page of these
   */
  record OfJson(Class<?> type, boolean paged) implements Content {

    @Override
    public String mediaType() {
      return Exchange.JSON;
    }

    @Override
    public String shown() {
      return "JSON";
    }
  }

  /** Anything that is no JSON, such as {@code text/csv}. */
  record OfText(String mediaType) implements Content {

    @Override
    public String shown() {
      return mediaType;
    }
  }

  /** Whether an Accept header leaves room for it; parameters and weights are not looked at. */
  default boolean fits(String accept) {
    String kind = mediaType().substring(0, mediaType().indexOf('/') + 1);
    String name = mediaType().substring(kind.length());
    return accept.contains(name) || accept.contains("*/*") || accept.contains(kind + "*");
  }
}
