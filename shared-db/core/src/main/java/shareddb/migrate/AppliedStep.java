package shareddb.migrate;

import java.time.Duration;
import shareddb.track.Version;

/** One migration that was applied, or undone, and how long it took. */
public record AppliedStep(Version version, String description, String script, Duration duration) {}
