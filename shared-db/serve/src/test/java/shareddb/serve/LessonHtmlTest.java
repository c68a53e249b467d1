package shareddb.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LessonHtmlTest {

  @Test
  void tablesCodeAndFoldedAnswersAreHtml() {
    String html =
        LessonHtml.of(
            """
            # A lesson

            | a | b |
            | --- | --- |
            | 1 | `<b>` |

            ```console
            $ make upgrade && echo done
            ```

            <details><summary>Answer</summary>

            **Yes.**
            </details>
            """);

    assertThat(html)
        .contains(
            "<h1>A lesson</h1>",
            "<td><code>&lt;b&gt;</code></td>",
            "$ make upgrade &amp;&amp; echo done",
            "<details><summary>Answer</summary>",
            "<p><strong>Yes.</strong></p>");
  }

  @Test
  void linksLeadOnlyToWhatIsServed() {
    String html =
        LessonHtml.of(
            "[01](../01_user_auth_todo/README.md) ![all](schema.svg) [org](https://example.org)"
                + " [`Main`](src/Main.java) [terms](../TERMS.md)");

    assertThat(html)
        .contains(
            "href=\"../01_user_auth_todo/README.md\"",
            "src=\"schema.svg\"",
            "href=\"https://example.org\"",
            " <code>Main</code> terms")
        .doesNotContain("src/Main.java", "TERMS.md");
  }
}
