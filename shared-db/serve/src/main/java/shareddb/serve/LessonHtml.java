package shareddb.serve;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders the Markdown of a lesson as HTML, for the page that the start page links to. */
final class LessonHtml {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();

  /** Other pages, other lessons and pictures: other files of the checkout are not served. */
  private static final Pattern SERVED =
      Pattern.compile("https?://.*|(\\.\\./[0-9]{2}_\\w+/)?(README\\.md|schema(-\\w+)?\\.svg)");

  private LessonHtml() {}

  static String of(String markdown) {
    Node page = PARSER.parse(markdown);
    page.accept(new Unlinking());
    return RENDERER.render(page);
  }

  /** Leaves the text of a link to a file that is not served. */
  private static final class Unlinking extends AbstractVisitor {

    @Override
    public void visit(Link link) {
      if (SERVED.matcher(link.getDestination()).matches()) {
        return;
      }
      Node child = link.getFirstChild();
      while (child != null) {
        Node next = child.getNext();
        link.insertBefore(child);
        child = next;
      }
      link.unlink();
    }
  }
}
