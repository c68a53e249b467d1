package shareddb.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * A look at all of a module that has tenants: first at what they share, then at them. A person
 * reads one below the other; a program gets one document with both in it.
 */
record WholeModule(Chosen shared, TenantFleet fleet, JsonOption json, Surroundings surroundings) {

  /** A look at one or the other, which prints what it prints where it is alone. */
  interface Look<T> {
    ExitCode at(T subject, Surroundings surroundings) throws SQLException;
  }

  ExitCode look(Look<Chosen> one, Look<TenantFleet> tenants) throws SQLException {
    if (!json.wanted()) {
      return one.at(shared, surroundings).orWorse(tenants.at(fleet, surroundings));
    }
    ByteArrayOutputStream documents = new ByteArrayOutputStream();
    Surroundings kept = keeping(documents);
    ExitCode exit = one.at(shared, kept).orWorse(tenants.at(fleet, kept));
    List<String> lines = documents.toString(StandardCharsets.UTF_8).lines().toList();
    surroundings.terminal().printJson("{\"tracks\":[" + String.join(",", lines) + "]}");
    return exit;
  }

  private Surroundings keeping(ByteArrayOutputStream documents) {
    PrintStream out = new PrintStream(documents, true, StandardCharsets.UTF_8);
    return new Surroundings(
        surroundings.root(),
        surroundings.environment(),
        surroundings.terminal().printingTo(out),
        surroundings.input());
  }
}
