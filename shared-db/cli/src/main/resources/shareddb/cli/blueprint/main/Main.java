package workshop.@package@;

import shareddb.serve.Serve;
import shareddb.web.ApiModule;

/** Serves this module alone. */
public final class Main {

  static final ApiModule MODULE = new @Api@();

  private Main() {}

  public static void main(String[] args) {
    Serve.alone(MODULE);
  }
}
