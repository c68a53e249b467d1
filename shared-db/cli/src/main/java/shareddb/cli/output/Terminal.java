package shareddb.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Where the tool prints to, and what can be shown there. */
public final class Terminal {

  private static final String CLEAR_LINE = "\r\u001B[K";

  /** As all messages write it. */
  private static final String TOOL = "./db";

  /** Which of the process's streams a person looks at. */
  public record Streams(boolean in, boolean out, boolean err) {

    /** The launcher names them by their numbers: 012 are all three. */
    public static Streams named(String numbers) {
      return new Streams(
          numbers.indexOf('0') >= 0, numbers.indexOf('1') >= 0, numbers.indexOf('2') >= 0);
    }
  }

  private final PrintStream out;
  private final PrintStream err;
  private final Streams interactive;
  private final boolean unicode;
  private final boolean mayColour;
  private final String tool;
  private boolean progressing;

  public Terminal(
      PrintStream out, PrintStream err, Streams interactive, Map<String, String> environment) {
    this(
        out,
        err,
        interactive,
        isUnicode(environment),
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb"),
        TOOL);
  }

  private Terminal(
      PrintStream out,
      PrintStream err,
      Streams interactive,
      boolean unicode,
      boolean mayColour,
      String tool) {
    this.out = out;
    this.err = err;
    this.interactive = interactive;
    this.unicode = unicode;
    this.mayColour = mayColour;
    this.tool = tool;
  }

  /** Whether the locale of this environment can show, and read, more than ASCII. */
  static boolean isUnicode(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
        .orElse(false);
  }

  /** The same, but for the results: they go there. */
  public Terminal printingTo(PrintStream results) {
    return new Terminal(results, err, interactive, unicode, mayColour, tool);
  }

  /** The same, but commands of the tool are written as they are typed from another folder. */
  public Terminal typedAs(String otherTool) {
    return new Terminal(out, err, interactive, unicode, mayColour, otherTool);
  }

  public void print(String line) {
    line(out, line);
  }

  /** A script for another program: in a pipe it stays as it is. */
  public void printScript(String script) {
    out.println(interactive.out() ? TerminalStyle.shown(script) : script);
  }

  /** A document for a program, on one line. */
  public void print(JsonObject json) {
    printJson(json.toString());
  }

  /** Where the locale cannot carry a character, its number stands for it. */
  public void printJson(String document) {
    print(unicode ? document : JsonObject.ascii(document));
  }

  public void print(TextTable table) {
    table.lines().forEach(this::print);
  }

  /** What is for the person and not part of the result. */
  public void note(String line) {
    line(err, line);
  }

  /** What went wrong; each following line stands under the first. */
  public void complain(String problem) {
    line(err, styled(TerminalStyle.BAD, "error:", interactive.err()) + " " + problem);
  }

  private String typed(String text) {
    return tool.equals(TOOL)
        ? text
        : text.replaceAll("(?<![\\w./])\\./db(?![\\w./])", Matcher.quoteReplacement(tool));
  }

  /** What to type next: one command, or several ways, a line each. */
  public void advise(String next) {
    line(err, styled(TerminalStyle.STRONG, "next:", interactive.err()) + "  " + indented(next, 7));
  }

  /** All lines go through here, and what would steer the terminal goes no further. */
  private synchronized void line(PrintStream stream, String line) {
    clearProgress();
    stream.println(TerminalStyle.shown(typed(line)));
  }

  /** Whether somebody types here and reads what comes of it. */
  public boolean canPrompt() {
    return interactive.in() && interactive.out();
  }

  /** Where results go to, for what writes more of them than lines. */
  public PrintStream out() {
    return out;
  }

  public boolean isWatched() {
    return interactive.out();
  }

  public boolean showsColours() {
    return interactive.out() && mayColour;
  }

  public boolean showsUnicode() {
    return unicode;
  }

  /** Whether somebody is there to answer a question. */
  public boolean canAsk() {
    return interactive.in() && interactive.err();
  }

  /** A question stays on its line, for the answer. */
  public synchronized void ask(String question) {
    clearProgress();
    err.print(TerminalStyle.shown(question) + " ");
    err.flush();
  }

  /** On a line of its own that the next one replaces; only where a person looks. */
  public synchronized void progress(String line) {
    if (showsProgress()) {
      err.print(CLEAR_LINE + TerminalStyle.shown(line));
      err.flush();
      progressing = true;
    }
  }

  /** Whatever comes next is not written behind it. */
  synchronized void clearProgress() {
    if (progressing) {
      err.print(CLEAR_LINE);
      err.flush();
      progressing = false;
    }
  }

  boolean showsProgress() {
    return interactive.err();
  }

  public String good(String text) {
    return styled(TerminalStyle.GOOD, text, interactive.out());
  }

  public String bad(String text) {
    return styled(TerminalStyle.BAD, text, interactive.out());
  }

  public String faint(String text) {
    return styled(TerminalStyle.FAINT, text, interactive.out());
  }

  public String strong(String text) {
    return styled(TerminalStyle.STRONG, text, interactive.out());
  }

  /** The mark of what is right. */
  public String tick() {
    return good(unicode ? "✓" : "ok");
  }

  /** The mark of what is wrong. */
  public String cross() {
    return bad(unicode ? "✗" : "--");
  }

  public String arrow() {
    return unicode ? "→" : "->";
  }

  /** Further lines of a text, under its first. */
  public static String indented(String text, int columns) {
    return text.replace("\n", "\n" + " ".repeat(columns));
  }

  private String styled(TerminalStyle style, String text, boolean shown) {
    return shown && mayColour ? style.of(text) : text;
  }

  /** How text is read and written in this environment. */
  public static Charset charset(Map<String, String> environment) {
    return isUnicode(environment) ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
  }

  /** The streams of this process, in the encoding of its locale. */
  public static Terminal ofProcess(Map<String, String> environment) {
    Charset charset = charset(environment);
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        Streams.named(System.getProperty("workshop.terminal", "")),
        environment);
  }
}
