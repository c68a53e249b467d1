package shareddb.cli.sql;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The name and the Postgres type of a result's column. */
public record ResultColumn(String name, String type) {

  private static final Set<String> NUMBERS =
      Set.of(
          "int2",
          "int4",
          "int8",
          "serial",
          "bigserial",
          "smallserial",
          "float4",
          "float8",
          "numeric",
          "oid",
          "money");

  static List<ResultColumn> of(ResultSetMetaData data) throws SQLException {
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add(new ResultColumn(data.getColumnLabel(i), data.getColumnTypeName(i)));
    }
    return List.copyOf(columns);
  }

  boolean isNumber() {
    return NUMBERS.contains(type);
  }

  boolean isBoolean() {
    return type.equals("bool");
  }

  boolean isJson() {
    return type.equals("json") || type.equals("jsonb");
  }
}
