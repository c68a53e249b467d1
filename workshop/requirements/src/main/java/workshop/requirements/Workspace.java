package workshop.requirements;

/** The rows of one project, while a transaction lasts. */
public interface Workspace {

  Requirements requirements();

  Groups groups();

  Members members();
}
