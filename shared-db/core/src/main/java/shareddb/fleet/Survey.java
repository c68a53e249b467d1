package shareddb.fleet;

import java.util.Map;

/**
 * Where many targets stand.
 *
 * @param unseen those whose server does not answer, and what it says instead
 */
record Survey(Map<Member, Position> positions, Map<Member, String> unseen) {

  int members() {
    return positions.size() + unseen.size();
  }
}
