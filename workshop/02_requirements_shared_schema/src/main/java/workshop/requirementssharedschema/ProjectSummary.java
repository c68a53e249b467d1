package workshop.requirementssharedschema;

/** How many members a project has, by their roles. */
record ProjectSummary(long projectId, long members, long viewers, long editors, long owners) {}
