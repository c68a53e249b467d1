package shareddb.learn.program;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shareddb.base.names.Sha256;
import shareddb.learn.trial.SchemaCopy;

/**
 * jOOQ's classes of an exercise's schema, in the package {@code exercise.db}. They are made once
 * for the same content of the schema and the same {@code jooq.xml}. Names in them have no schema:
 * the session's search_path says which it is.
 */
final class ExerciseJooq {

  /** jOOQ's generator is loaded once, and only where an exercise needs it. */
  private static final Map<ExerciseClasspath, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private final ExerciseClasspath classpath;
  private final Path cache;

  ExerciseJooq(ExerciseClasspath classpath, Path cache) {
    this.classpath = classpath;
    this.cache = cache;
  }

  /** Returns the folder with the sources. */
  Path sources(SchemaCopy copy, Path work) throws SQLException, IOException, ProgramFailure {
    GeneratorXml xml = GeneratorXml.in(work);
    Path folder = cache.resolve("jooq-" + digest(copy, xml));
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(cache);
    Path made = Files.createTempDirectory(cache, "jooq");
    run(xml.configuration(copy, made));
    try {
      Files.move(made, folder);
    } catch (IOException e) {
      // Another process was quicker: both made the same.
      return Files.isDirectory(folder) ? folder : made;
    }
    return folder;
  }

  private static String digest(SchemaCopy copy, GeneratorXml xml) throws SQLException {
    return Sha256.of(copy.catalog().definitions() + "\n" + xml.text()).substring(0, 24);
  }

  private void run(String xml) throws ProgramFailure {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader loader = LOADERS.computeIfAbsent(classpath, ExerciseJooq::loader);
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    thread.setContextClassLoader(loader);
    try {
      Method generate =
          loader.loadClass("org.jooq.codegen.GenerationTool").getMethod("generate", String.class);
      generate.invoke(null, xml);
    } catch (InvocationTargetException e) {
      throw new ProgramFailure("jOOQ's generator: " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("jOOQ's generator is not in the class path", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ClassLoader loader(ExerciseClasspath classpath) {
    List<URL> urls = new ArrayList<>();
    try {
      for (Path library : classpath.libraries()) {
        URI uri = library.toUri();
        urls.add(uri.toURL());
      }
    } catch (IOException e) {
      throw new IllegalStateException("no class path: " + classpath, e);
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
