package shareddb.convention;

import java.util.List;

/** One part of the convention. */
interface Part {

  List<Breach> breaches(Module module);
}
