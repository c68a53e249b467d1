package workshop.usersandanalytics;

import java.time.Duration;
import org.jooq.DSLContext;
import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;
import shareddb.web.server.PeriodicJob;

/** This module among all others in one process: two databases, and no statement that knows both. */
public final class UsersAndAnalytics implements ApiModule {

  private static final Duration POLLED_EVERY = Duration.ofSeconds(1);
  private static final Duration CLEARED_EVERY = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "05_users_and_analytics";
  }

  @Override
  public String title() {
    return "Users and analytics";
  }

  @Override
  public void routes(Api api, ModuleResources resources) {
    DSLContext users = resources.database("users");
    DSLContext analytics = resources.database("analytics");
    SignupStream stream = new SignupStream(() -> SignupApi.total(analytics));
    new UserApi(users).routes(api);
    new SignupApi(analytics, stream).routes(api);
    api.config().events.serverStopping(stream::close);

    BacklogGauges backlog = new BacklogGauges();
    backlog.register(resources.meters());
    Outbox outbox = new Outbox(users);
    Inbox inbox = new Inbox(analytics);
    Relay relay = new Relay(outbox, inbox::take, backlog);
    job(api, "tell analytics what happened to users", POLLED_EVERY, relay::run);
    job(api, "tell watchers how many have signed up", POLLED_EVERY, stream::tell);
    job(api, "delete events that were delivered long ago", CLEARED_EVERY, outbox::clear);
    job(api, "forget events that came long ago", CLEARED_EVERY, inbox::forget);
  }

  private static void job(Api api, String name, Duration every, Runnable work) {
    api.config().registerPlugin(new PeriodicJob(name, every, work));
  }
}
