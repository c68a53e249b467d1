package shareddb.verify.convention;

import java.util.List;

/** One part of the convention. */
interface ConventionPart {

  List<ConventionBreach> breaches(ModuleFolder module);
}
