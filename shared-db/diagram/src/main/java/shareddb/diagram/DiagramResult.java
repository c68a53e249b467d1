package shareddb.diagram;

import java.util.List;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramLegend;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.HistoryProblem;

/** The outcome of drawing a schema. */
public sealed interface DiagramResult {

  /** The diagram, and the text around it. */
  record Drawn(Diagram diagram, DiagramLegend legend) implements DiagramResult {}

  /** The history and the files do not match, so what they would make is not known. */
  record Refused(List<HistoryProblem> problems) implements DiagramResult {}

  /** The track cannot be applied to an empty database. */
  record NotApplicable(UpgradeResult result) implements DiagramResult {}
}
