package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shareddb.webtesting.Answer;
import shareddb.webtesting.Case;
import shareddb.webtesting.OpenApiDocument;

/** Holds the OpenAPI document, the routes and real answers against one another. */
public abstract class DocumentSuite {

  private final Stage stage;

  protected DocumentSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void everyDocumentedStatusIsSeenAndFitsTheDocument() {
    OpenApiDocument document = document();

    Set<String> seen =
        cases()
            .map(
                c -> {
                  Answer answer = c.send();
                  document.expectFit(c.operation(), answer);
                  assertThat(answer.status()).as(c + answer.body()).isEqualTo(c.status());
                  return c.operation() + " " + answer.status();
                })
            .collect(Collectors.toSet());

    assertThat(seen).containsExactlyInAnyOrderElementsOf(document.statuses());
  }

  @Test
  void theDocumentIsSoundInItself() {
    document().expectSound();
  }

  private OpenApiDocument document() {
    return OpenApiDocument.of(stage.client());
  }

  private Stream<Case> cases() {
    Place place = stage.newPlace();
    return Stream.concat(
        new SharedCases(stage.prefix(), place).all().stream(), stage.casesOfItsOwn(place).stream());
  }
}
