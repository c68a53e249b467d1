package workshop.requirements.suite;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;

/** A module, as the suite needs it. */
public interface Stage {

  /** A client without headers, while the module is served. */
  ApiClient client();

  /** What stands before {@code /requirements} in the OpenAPI document, as in its paths. */
  String prefix();

  /** A project of its own, with nothing in it but its members. */
  Place newPlace();

  /** Locks, until the connection is closed, a row that a request which adds a requirement locks. */
  Connection holdWriters(Place place);

  /** Holds, until it is closed, the lock by which a relocation blocks writing requests. */
  AutoCloseable shutGate(Place place);

  /** A client that may do all in this place; its paths begin at the root. */
  default ApiClient attacker(Place place) {
    return place.owner().within("");
  }

  /** A good value for each name in a path that other modules do not have. */
  default Map<String, String> pathValues(Place place) {
    return Map.of();
  }

  /** A request for each status of the operations that this module has beside the shared ones. */
  default List<Case> casesOfItsOwn(Place place) {
    return List.of();
  }
}
