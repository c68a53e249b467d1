package shareddb.base.names;

/**
 * The gate that whoever writes passes, of a tenant's schema or of a project among others: it is
 * shut for the moment in which all of it moves. Whoever is in writes on to the end of their
 * transaction.
 *
 * @param value what the key of its advisory lock is made of
 */
public record WriteLockName(String value) {

  public static WriteLockName of(SchemaName schema) {
    return new WriteLockName("workshop gate: " + schema.quoted());
  }

  public static WriteLockName of(SchemaName schema, long project) {
    return new WriteLockName("workshop gate: " + schema.quoted() + " " + project);
  }
}
