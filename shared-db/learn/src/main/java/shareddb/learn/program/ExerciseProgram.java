package shareddb.learn.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import shareddb.learn.trial.SchemaCopy;
import shareddb.learn.trial.Trial;

/**
 * The program of a Java exercise. The sources and jOOQ's classes are compiled together, as a
 * converter in the one may be named in the other.
 *
 * @param classes the folder with the compiled classes
 */
public record ExerciseProgram(ExerciseClasspath classpath, Path classes) {

  private static final int LONGEST = 220;

  /**
   * Compiles the learner's sources.
   *
   * @param cache the folder of what is built once
   */
  public static ExerciseProgram compile(Trial trial, ExerciseClasspath classpath, Path cache)
      throws SQLException, IOException, ProgramFailure {
    SchemaCopy copy = trial.copies().getFirst();
    Path generated = new ExerciseJooq(classpath, cache).sources(copy, trial.work());
    List<Path> sources = new ArrayList<>(javaFiles(trial.work().resolve("src/main/java")));
    if (sources.isEmpty()) {
      throw new ProgramFailure("no Java file in src/main/java");
    }
    sources.addAll(javaFiles(generated));
    Path classes = trial.folder().resolve("classes");
    Files.createDirectories(classes);
    compile(sources, classpath, classes, trial.work().resolve("src/main/java"));
    return new ExerciseProgram(classpath, classes);
  }

  private static void compile(
      List<Path> sources, ExerciseClasspath classpath, Path classes, Path folder)
      throws IOException, ProgramFailure {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, null)) {
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-cp",
              classpath.with(),
              "--release",
              "21",
              "-proc:none",
              "-nowarn",
              "-parameters");
      compiler
          .getTask(
              null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    Optional<Diagnostic<? extends JavaFileObject>> error =
        diagnostics.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .findFirst();
    if (error.isPresent()) {
      throw new ProgramFailure(line(error.get(), folder));
    }
  }

  private static String line(Diagnostic<? extends JavaFileObject> error, Path folder) {
    String message = shortened(error.getMessage(Locale.ENGLISH).replaceAll("\\s*\n\\s*", ", "));
    if (error.getSource() == null) {
      return message;
    }
    Path file = Path.of(error.getSource().toUri());
    Path shown = file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
    return "%s:%d: %s".formatted(shown.getFileName(), error.getLineNumber(), message);
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST - 1) + "…";
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
