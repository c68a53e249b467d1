package shareddb.tenants.fleet.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/**
 * Servers that stopped answering while a run goes on. Without the one that has the journal there is
 * no run; without another one, the run goes on with the targets that are elsewhere.
 */
public final class ServerOutages {

  private final Login journal;
  private final Map<String, String> away = new ConcurrentHashMap<>();

  public ServerOutages(Login journal) {
    this.journal = journal;
  }

  /** Why a target is out of reach, where it is. */
  Optional<String> of(Target target) {
    return Optional.ofNullable(away.get(target.admin().address()));
  }

  /** Nothing where no run can go on without it. */
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
