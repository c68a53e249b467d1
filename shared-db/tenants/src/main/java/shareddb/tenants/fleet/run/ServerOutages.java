package shareddb.tenants.fleet.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/**
 * The servers that stopped answering during a run. The run ends if the journal's server does; else
 * it goes on with targets on other servers.
 */
public final class ServerOutages {

  private final Login journal;
  private final Map<String, String> away = new ConcurrentHashMap<>();

  public ServerOutages(Login journal) {
    this.journal = journal;
  }

  /** Why a target cannot be reached. Empty if its server has not failed. */
  Optional<String> of(Target target) {
    return Optional.ofNullable(away.get(target.admin().address()));
  }

  /**
   * Remembers that the target's server does not answer, and returns the reason. Empty if it is the
   * journal's server, without which no run can go on.
   */
  Optional<String> note(Target target, WorkerSession.Unreachable error) {
    Login login = target.admin();
    if (login.address().equals(journal.address())) {
      return Optional.empty();
    }
    String why = String.valueOf(error.getMessage());
    away.putIfAbsent(login.address(), why);
    return Optional.of(why);
  }
}
