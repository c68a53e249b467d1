package shareddb.web.openapi;

import io.javalin.config.JavalinState;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The static files of the pages, all from the class path. */
final class Assets {

  private static final String FOLDER = "/assets/";

  private static final String WEBJAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private Assets() {}

  /** Several APIs of a server share them. */
  static void addOnce(JavalinState state) {
    if (state.internalRouter.hasHttpHandlerEntry(HandlerType.GET, FOLDER + "docs.js")) {
      return;
    }
    String swagger = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
    add(state, "swagger-ui.css", "text/css", swagger + "swagger-ui.css");
    add(state, "swagger-ui-bundle.js", "text/javascript", swagger + "swagger-ui-bundle.js");
    add(state, "docs.js", "text/javascript", "docs.js");
  }

  static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static void add(JavalinState state, String name, String type, String resource) {
    byte[] bytes = bytes(resource);
    Handler handler =
        ctx ->
            ctx.header("Cache-Control", "max-age=3600")
                .contentType(type + "; charset=utf-8")
                .result(bytes);
    state.routes.get(FOLDER + name, handler).head(FOLDER + name, handler);
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
