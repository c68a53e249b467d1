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

/** The tool's output: its streams, and the styles and characters that they can show. */
public final class Terminal {

  private static final String CLEAR_LINE = "\r\u001B[K";

  /** The tool's name as all messages write it. */
  private static final String TOOL = "./db";

  /** Which standard streams of the process are a terminal. */
  public record Streams(boolean in, boolean out, boolean err) {

    /** Parses the launcher's digits: {@code 012} means that all three are a terminal. */
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

  /** Returns whether the environment's locale is UTF-8. */
  static boolean isUnicode(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
        .orElse(false);
  }

  /** Returns the same terminal with another stream for results. */
  public Terminal printingTo(PrintStream results) {
    return new Terminal(results, err, interactive, unicode, mayColour, tool);
  }

  /** Returns the same terminal; commands are written as they are typed from another folder. */
  public Terminal typedAs(String otherTool) {
    return new Terminal(out, err, interactive, unicode, mayColour, otherTool);
  }

  public void print(String line) {
    line(out, line);
  }

  /** Prints a script for another program. Into a pipe it is written unchanged. */
  public void printScript(String script) {
    out.println(interactive.out() ? TerminalStyle.shown(script) : script);
  }

  /** Prints a JSON document on one line. */
  public void print(JsonObject json) {
    printJson(json.toString());
  }

  /**
   * Prints a JSON document. If the locale is not UTF-8, other characters than ASCII are escaped.
   */
  public void printJson(String document) {
    print(unicode ? document : JsonObject.ascii(document));
  }

  public void print(TextTable table) {
    table.lines().forEach(this::print);
  }

  /** Prints a note for the user, to standard error, as it is not part of the result. */
  public void note(String line) {
    line(err, line);
  }

  /** Prints an error. The caller has indented its further lines. */
  public void complain(String problem) {
    line(err, styled(TerminalStyle.BAD, "error:", interactive.err()) + " " + problem);
  }

  private String typed(String text) {
    return tool.equals(TOOL)
        ? text
        : text.replaceAll("(?<![\\w./])\\./db(?![\\w./])", Matcher.quoteReplacement(tool));
  }

  /** Prints what to type next: one command, or one line for each way. */
  public void advise(String next) {
    line(err, styled(TerminalStyle.STRONG, "next:", interactive.err()) + "  " + indented(next, 7));
  }

  /** Prints every line of the tool, and makes control characters harmless. */
  private synchronized void line(PrintStream stream, String line) {
    clearProgress();
    stream.println(TerminalStyle.shown(typed(line)));
  }

  /** Returns whether standard input and output are both a terminal. */
  public boolean canPrompt() {
    return interactive.in() && interactive.out();
  }

  /** The stream for results, for callers that write large amounts. */
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

  /** Returns whether a question can be asked: standard input and error are both a terminal. */
  public boolean canAsk() {
    return interactive.in() && interactive.err();
  }

  /** Prints a question without a line break, so that the answer follows on the same line. */
  public synchronized void ask(String question) {
    clearProgress();
    err.print(TerminalStyle.shown(question) + " ");
    err.flush();
  }

  /** Prints a progress line, which the next one overwrites, if standard error is a terminal. */
  public synchronized void progress(String line) {
    if (showsProgress()) {
      err.print(CLEAR_LINE + TerminalStyle.shown(line));
      err.flush();
      progressing = true;
    }
  }

  /** Removes the progress line, so that the next output does not follow it on the same line. */
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

  /** The mark for success. */
  public String tick() {
    return good(unicode ? "✓" : "ok");
  }

  /** The mark for failure. */
  public String cross() {
    return bad(unicode ? "✗" : "--");
  }

  public String arrow() {
    return unicode ? "→" : "->";
  }

  /** Indents the second and each further line of a text. */
  public static String indented(String text, int columns) {
    return text.replace("\n", "\n" + " ".repeat(columns));
  }

  private String styled(TerminalStyle style, String text, boolean shown) {
    return shown && mayColour ? style.of(text) : text;
  }

  /** The encoding of input and output in this environment. */
  public static Charset charset(Map<String, String> environment) {
    return isUnicode(environment) ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
  }

  /** Returns a terminal for this process's streams, in the encoding of its locale. */
  public static Terminal ofProcess(Map<String, String> environment) {
    Charset charset = charset(environment);
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        Streams.named(System.getProperty("workshop.terminal", "")),
        environment);
  }
}
