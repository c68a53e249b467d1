package shareddb.verify.checks;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.track.WorkshopModule;
import shareddb.verify.convention.Convention;
import shareddb.verify.convention.ConventionBreach;

/** Checks that the module follows the convention of all modules. */
public final class ConventionKept implements Check {

  @Override
  public String title() {
    return "convention kept";
  }

  @Override
  public CheckOutcome look(CheckContext scene) {
    CheckSubject subject = scene.subject();
    List<ConventionBreach> breaches =
        Convention.breaches(subject.settings().root(), WorkshopModule.at(subject.folder()));
    return breaches.isEmpty()
        ? new CheckOutcome.Ok("schema named after its folder and made by its first migration")
        : new CheckOutcome.Failed(
            breaches.stream()
                .map(breach -> subject.shown(breach.file()) + ": " + breach.what())
                .collect(Collectors.joining("\n")),
            breaches.stream()
                .map(ConventionBreach::next)
                .distinct()
                .collect(Collectors.joining("\n")));
  }
}
