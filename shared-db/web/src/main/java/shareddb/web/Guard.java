package shareddb.web;

import java.util.List;

/**
 * Stands before routes and lets in whom it knows. It is asked before anything else of the request
 * is read, and the route finds who came by {@link Request#get(Guard)}.
 */
public interface Guard<P> {

  /** Who the caller is; for a stranger {@link ProblemException#unauthenticated}. */
  P admit(Caller caller);

  /** How a caller may show who it is: any one of these will do. */
  List<SecurityScheme> schemes();
}
