package workshop.usersandanalytics;

import shareddb.serve.Serve;

/** Serves this module alone. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Serve.alone(new UsersAndAnalytics());
  }
}
