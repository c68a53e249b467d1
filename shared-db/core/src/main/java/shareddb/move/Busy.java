package shareddb.move;

import shareddb.migrate.Holder;

/** Who works on a place, in words. */
final class Busy {

  private Busy() {}

  static String with(Place place, Holder holder) {
    return "%s of user %s (session %d) works on schema %s"
        .formatted(
            holder.application(), holder.user(), holder.pid(), place.target().schema().quoted());
  }
}
