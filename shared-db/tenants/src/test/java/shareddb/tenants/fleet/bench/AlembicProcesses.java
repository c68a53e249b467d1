package shareddb.tenants.fleet.bench;

import java.util.List;
import shareddb.base.track.Target;

/** Alembic as its own command does it: a process for each schema. */
record AlembicProcesses(AlembicLoop loop) implements Contestant {

  @Override
  public String name() {
    return "Alembic, one each";
  }

  @Override
  public int most() {
    return 10;
  }

  @Override
  public boolean isWarmedUp() {
    return false;
  }

  @Override
  public void upgrade(List<Target> targets, int version) throws Exception {
    for (Target target : targets) {
      loop.upgrade(List.of(target), version);
    }
  }
}
