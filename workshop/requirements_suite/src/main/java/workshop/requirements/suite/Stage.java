package workshop.requirements.suite;

import java.util.List;
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

  /** Holds, until it is closed, what whoever adds a requirement there has to wait for. */
  AutoCloseable holdWriters(Place place);

  /** Shuts, until it is closed, the gate that whoever writes there passes. */
  AutoCloseable shutGate(Place place);

  /** A request for each status of the operations that this module has beside the shared ones. */
  default List<Case> casesOfItsOwn(Place place) {
    return List.of();
  }
}
