package shareddb.web;

import java.util.IdentityHashMap;

/** A request whose parameters have been read and found good. */
public final class Request {

  private final String mount;
  private final String path;
  private final QueryString query;
  private final IdentityHashMap<Param<?>, Object> values;

  Request(String mount, String path, QueryString query, IdentityHashMap<Param<?>, Object> values) {
    this.mount = mount;
    this.path = path;
    this.query = query;
    this.values = values;
  }

  /** The value of a parameter, which the route must have declared. */
  @SuppressWarnings("unchecked") // the value was made by this very parameter's reader
  public <T> T get(Param<T> param) {
    Object value = values.get(param);
    if (value == null) {
      throw new IllegalStateException("the route does not declare the parameter " + param.name());
    }
    return (T) value;
  }

  /** From a route's path to one that a client can follow, wherever the module is mounted. */
  String link(String route) {
    return mount + route;
  }

  /** This very request with one parameter changed. */
  String linkWith(String parameter, String value) {
    return path + "?" + query.with(parameter, value);
  }
}
