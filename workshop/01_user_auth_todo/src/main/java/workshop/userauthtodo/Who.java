package workshop.userauthtodo;

/** Who is asking, and by which session. */
record Who(long userId, long sessionId) {}
