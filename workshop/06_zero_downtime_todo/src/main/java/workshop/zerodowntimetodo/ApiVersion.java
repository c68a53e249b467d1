package workshop.zerodowntimetodo;

/**
 * The version of the schema that a build of this API was made for. It is the number of a migration.
 */
enum ApiVersion {
  FOUR(4),
  SIX(6);

  static final String MODULE = "06_zero_downtime_todo";

  private final int number;

  ApiVersion(int number) {
    this.number = number;
  }

  static ApiVersion of(String number) {
    return number.equals("4") ? FOUR : SIX;
  }

  /** The schema with this version's views. It is there while two versions are in use. */
  String schema() {
    return MODULE + "@" + number;
  }

  /** The views where they are, and the tables at all other times. */
  String searchPath() {
    return "\"" + schema() + "\", \"" + MODULE + "\"";
  }
}
