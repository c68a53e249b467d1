package workshop.usersandanalytics;

import java.time.Duration;
import java.util.List;
import shareddb.base.names.ModuleName;
import shareddb.web.Chore;
import shareddb.web.Databases;
import shareddb.web.Gauge;
import shareddb.web.ModuleOfDatabases;
import shareddb.web.Routes;

/** This module, as the web sees it: two databases, and no statement that knows both. */
public final class UsersAndAnalytics implements ModuleOfDatabases {

  /** The tracks, and with them the databases. */
  static final String USERS = "users";

  static final String ANALYTICS = "analytics";

  private static final Duration POLLED_EVERY = Duration.ofSeconds(1);
  private static final Duration CLEARED_EVERY = Duration.ofMinutes(1);

  private final BacklogGauges backlog = new BacklogGauges();

  @Override
  public ModuleName name() {
    return new ModuleName("05_users_and_analytics");
  }

  @Override
  public String title() {
    return "Users and analytics";
  }

  @Override
  public void routes(Routes routes, Databases databases) {
    new UserRoutes(new UserQueries(databases.of(USERS))).declare(routes);
    new SignupRoutes(new SignupQueries(databases.of(ANALYTICS))).declare(routes);
  }

  @Override
  public List<Chore> chores(Databases databases) {
    Outbox outbox = new Outbox(databases.of(USERS));
    Inbox inbox = new Inbox(databases.of(ANALYTICS));
    Relay relay = new Relay(outbox, inbox::take, backlog);
    return List.of(
        new Chore("tell analytics what happened to users", POLLED_EVERY, relay::run),
        new Chore("clear away what was delivered long ago", CLEARED_EVERY, outbox::clear),
        new Chore("forget which events came long ago", CLEARED_EVERY, inbox::forget));
  }

  @Override
  public List<Gauge> gauges() {
    return backlog.gauges();
  }
}
