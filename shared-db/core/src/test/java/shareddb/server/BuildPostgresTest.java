package shareddb.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.CoreDatabase;

class BuildPostgresTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  @Test
  void isTheSameServerForEveryCall() {
    assertThat(BuildPostgres.shared()).isEqualTo(BuildPostgres.shared());
  }

  @Test
  void isThePostgresOfTheRootPomAndSortsTextsTheSameEverywhere() throws SQLException {
    assertThat(value("SELECT current_setting('server_version')"))
        .isEqualTo(EmbeddedBinaries.version().replaceFirst("\\.0$", ""));
    assertThat(
            value(
                "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname ="
                    + " current_database()"))
        .isEqualTo("bC.UTF-8");
    assertThat(value("SELECT lower('ÄÖÜ')")).isEqualTo("äöü");
  }

  private static String value(String query) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
