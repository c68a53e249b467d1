package shareddb.diagram.reading;

/** The short name of a type, which people type, in place of the long one that PostgreSQL writes. */
final class TypeName {

  private TypeName() {}

  static String shortened(String type) {
    return type.replaceFirst("^timestamp(\\(\\d\\))? with time zone", "timestamptz$1")
        .replaceFirst("^timestamp(\\(\\d\\))? without time zone", "timestamp$1")
        .replaceFirst("^time(\\(\\d\\))? with time zone", "timetz$1")
        .replaceFirst("^time(\\(\\d\\))? without time zone", "time$1")
        .replaceFirst("^character varying", "varchar")
        .replaceFirst("^character\\(", "char(")
        .replaceFirst("^double precision", "float8");
  }
}
