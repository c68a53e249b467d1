package workshop.usersandanalytics;

import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;
import static workshop.usersandanalytics.db.users.Tables.OUTBOX;

import org.jooq.Field;
import org.jooq.JSONB;

/** An event in the words that both databases know: those of {@code take_events} in analytics. */
final class EventJson {

  static final Field<JSONB> FIELD =
      jsonbObject(
          key("event_id").value(OUTBOX.EVENT_ID),
          key("user_id").value(OUTBOX.USER_ID),
          key("version").value(OUTBOX.VERSION),
          key("kind").value(OUTBOX.KIND),
          key("happened_at").value(OUTBOX.HAPPENED_AT),
          key("payload").value(OUTBOX.PAYLOAD));

  private EventJson() {}
}
