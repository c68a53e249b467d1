package shareddb.verify.convention;

import java.nio.file.Path;

/** One breach of the convention: the file, the problem, and what to do about it. */
public record ConventionBreach(Path file, String what, String next) {}
