package shareddb.verify;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.convention.Breach;
import shareddb.convention.Convention;
import shareddb.track.WorkshopModule;

/** The module is as all modules are. */
final class ConventionKept implements Check {

  @Override
  public String title() {
    return "convention kept";
  }

  @Override
  public Outcome look(Scene scene) {
    Subject subject = scene.subject();
    List<Breach> breaches =
        Convention.breaches(subject.settings().root(), WorkshopModule.at(subject.folder()));
    return breaches.isEmpty()
        ? new Outcome.Ok("schema named after its folder and made by its first migration")
        : new Outcome.Failed(
            breaches.stream()
                .map(breach -> subject.shown(breach.file()) + ": " + breach.what())
                .collect(Collectors.joining("\n")),
            breaches.stream().map(Breach::next).distinct().collect(Collectors.joining("\n")));
  }
}
