package shareddb.learn.lesson;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes equal what differs from one run to the next: times, durations, sizes, keys, tokens, the
 * JDK. Everything else of an output counts.
 */
final class OutputMask {

  private static final String CLOCK = "\\d\\d:\\d\\d:\\d\\d";
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
  private static final String ZONE = "(Z|[+-]\\d\\d(:?\\d\\d)?)?";

  /** In the order in which they are applied. */
  private static final List<Replacement> REPLACEMENTS =
      List.of(
          of("^JDK \\d+: .*", "JDK"),
          of("^  this kind .*", "this kind"),
          of("(PostgreSQL 1\\d)\\.\\d+: (started|running already)$", "$1: running"),
          of("PostgreSQL (1\\d)\\.\\d+", "PostgreSQL $1"),
          of(DATE + "[T ]" + CLOCK + "(\\.\\d+)?" + ZONE, "<time>"),
          of("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} " + CLOCK + " GMT", "<time>"),
          of(DATE, "<date>"),
          of("\\b" + CLOCK + "(\\.\\d+)?\\b", "<time>"),
          of("(<time> +)\\S+( +\\d[\\d,.]* m?s\\b)", "$1<user>$2"),
          of("(at <time> by )\\w+", "$1<user>"),
          of("\\brun \\d+(?=[),])", "run <number>"),
          of("auto-\\d{8}-\\d{6}-\\d+", "auto-<time>"),
          of("\\b\\d[\\d,.]* ?(ms|s|min|µs)\\b", "<duration>"),
          of("\\b\\d[\\d,.]* ?(B|kB|KB|MB|GB)\\b", "<size>"),
          of("(Retry-After|Content-Length): \\d+", "$1: <number>"),
          of("\\b\\d\\.\\d+E\\d+\\b", "<number>"),
          of("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "<uuid>"),
          of("(argon2id\\$v=\\d+\\$m=\\d+,t=\\d+,p=\\d+\\$)\\S+", "$1<hash>"),
          of("\\bcurl/[\\d.]+", "curl/<version>"),
          of("(?<=\\| )[0-9a-f]{8}(?= \\|)", "<hash>"),
          of("wsk_[A-Za-z0-9_-]{43}", "<key>"),
          of("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])", "<token>"),
          of("\\b[0-9a-f]{16,64}\\b", "<hash>"),
          // The columns of a table are as wide as what is masked in them.
          of("-{3,}", "---"),
          of("\\s+", " "));

  /** What is said while something is made, on the first run only or on a slow machine. */
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(building|built|training|making|loading|without Docker|waiting for) .*"
              + "|  part \\d+ of \\d+, .*|  \\d+ s");

  private OutputMask() {}

  static String masked(String line) {
    String masked = line;
    for (Replacement replacement : REPLACEMENTS) {
      masked = replacement.pattern().matcher(masked).replaceAll(replacement.text());
    }
    return masked.strip();
  }

  /** The lines that count: without progress, and without empty ones at the end. */
  static List<String> withoutProgress(List<String> lines) {
    List<String> counting = lines.stream().filter(line -> !isProgress(line)).toList();
    int end = counting.size();
    while (end > 0 && counting.get(end - 1).isBlank()) {
      end--;
    }
    return counting.subList(0, end);
  }

  static boolean isProgress(String line) {
    return PROGRESS.matcher(line).matches();
  }

  private static Replacement of(String pattern, String text) {
    return new Replacement(Pattern.compile(pattern), text);
  }

  private record Replacement(Pattern pattern, String text) {}
}
