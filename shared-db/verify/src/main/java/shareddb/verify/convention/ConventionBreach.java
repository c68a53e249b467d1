package shareddb.verify.convention;

import java.nio.file.Path;

/** One way in which a module is not as all others are: where, what, and what to do about it. */
public record ConventionBreach(Path file, String what, String next) {}
