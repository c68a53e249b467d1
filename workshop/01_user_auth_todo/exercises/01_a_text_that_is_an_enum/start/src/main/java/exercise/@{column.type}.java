package exercise;

/** The words of the column {@code @{column.name}}, as constants of Java. */
public enum @{column.type} {
  @{column.constants}
}
