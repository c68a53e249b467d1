package shareddb.codegen;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jooq.meta.jaxb.Generator;
import shareddb.base.track.Track;
import shareddb.base.track.WorkshopModule;

/** Makes the jOOQ classes of a module's tracks, unless nothing has changed since the last time. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
public final class GenerateMojo extends AbstractMojo {

  /** Kept in a field: a logger without a reference to it loses its level. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Parameter(defaultValue = "${project.build.directory}/generated-sources/jooq", readonly = true)
  private String output;

  /** jOOQ's own configuration: which tables, forced types, what is generated. */
  @Parameter private Generator generator = new Generator();

  @Override
  public void execute() throws MojoExecutionException {
    // Each step of each migration is no news of a build.
    FLYWAY.setLevel(Level.WARNING);
    Path folder = Path.of(output);
    for (Track track : WorkshopModule.at(project.getBasedir().toPath()).tracks()) {
      generate(track, folder);
    }
    project.addCompileSourceRoot(output);
  }

  private void generate(Track track, Path folder) throws MojoExecutionException {
    try {
      GeneratedClasses classes = new GeneratedClasses(track, folder, generator);
      if (classes.areCurrent()) {
        getLog().info("jOOQ classes of " + track.label() + " are current");
        return;
      }
      classes.generate();
      getLog().info("jOOQ classes of " + track.label() + " made from " + track.migrations());
    } catch (MigrationsRefused | RuntimeException e) {
      throw new MojoExecutionException(track.label() + ": " + e.getMessage(), e);
    } catch (SQLException | IOException e) {
      throw new MojoExecutionException("cannot make the jOOQ classes of " + track.label(), e);
    }
  }
}
