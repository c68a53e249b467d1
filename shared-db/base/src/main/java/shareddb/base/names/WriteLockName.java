package shareddb.base.names;

/**
 * The name of the advisory lock that every writing request takes as a shared lock, for a tenant's
 * schema or for one project in a shared schema. A relocation takes it exclusively for a short time,
 * which blocks new writes. It waits for transactions that already hold the lock.
 *
 * @param value the text that the lock's key is computed from
 */
public record WriteLockName(String value) {

  public static WriteLockName of(SchemaName schema) {
    return new WriteLockName("workshop gate: " + schema.quoted());
  }

  public static WriteLockName of(SchemaName schema, long project) {
    return new WriteLockName("workshop gate: " + schema.quoted() + " " + project);
  }
}
