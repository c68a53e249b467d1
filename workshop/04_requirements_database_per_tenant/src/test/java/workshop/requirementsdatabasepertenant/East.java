package workshop.requirementsdatabasepertenant;

import shareddb.base.names.ServerName;
import shareddb.base.settings.Login;

/** A second server, as far as anybody can tell who connects to it. */
interface East extends AutoCloseable {

  ServerName NAME = new ServerName("east");

  Login login();

  void start();

  void stop();

  @Override
  void close();
}
