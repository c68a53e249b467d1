package workshop.requirements;

/** The rows of one project, within one transaction. */
public record Workspace(Requirements requirements, Groups groups, Members members) {}
