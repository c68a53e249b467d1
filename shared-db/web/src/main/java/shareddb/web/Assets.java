package shareddb.web;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The few static files, all from the class path: nothing is fetched from elsewhere. */
final class Assets {

  static final String FOLDER = "/assets/";

  private static final String WEBJAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private Assets() {}

  static void add(JavalinConfig config) {
    String swagger = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
    add(config, "swagger-ui.css", "text/css", swagger + "swagger-ui.css");
    add(config, "swagger-ui-bundle.js", "text/javascript", swagger + "swagger-ui-bundle.js");
    add(config, "docs.js", "text/javascript", "docs.js");
  }

  static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static void add(JavalinConfig config, String name, String type, String resource) {
    byte[] bytes = bytes(resource);
    WebServer.get(
        config,
        FOLDER + name,
        context ->
            context
                .header("Cache-Control", "max-age=3600")
                .contentType(type + "; charset=utf-8")
                .result(bytes));
  }

  private static String swaggerVersion() {
    Properties properties = new Properties();
    try (InputStream stream = open(WEBJAR)) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WEBJAR, e);
    }
    return properties.getProperty("version");
  }

  private static byte[] bytes(String resource) {
    try (InputStream stream = open(resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  private static InputStream open(String resource) {
    InputStream stream = Assets.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("the class path lacks " + resource);
    }
    return stream;
  }
}
