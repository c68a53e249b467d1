package shareddb.cli.annotation;

/**
 * The rule behind an annotation.
 *
 * @param id a short one that never changes: {@code L05}
 * @param level error, warning or note
 */
public record AnnotationRule(String id, String name, String text, String level) {}
