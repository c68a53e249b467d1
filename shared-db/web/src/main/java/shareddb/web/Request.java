package shareddb.web;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request whose parameters have been read and found good. */
public final class Request {

  private final String mount;
  private final String path;
  private final QueryString query;
  private final IdentityHashMap<Param<?>, Object> values;
  private final Caller caller;
  private final @Nullable Object admitted;
  private final List<Cookie> cookies = new ArrayList<>();

  Request(
      String mount,
      String path,
      QueryString query,
      IdentityHashMap<Param<?>, Object> values,
      Caller caller,
      @Nullable Object admitted) {
    this.mount = mount;
    this.caller = caller;
    this.admitted = admitted;
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

  /** Whom the guard let in, which must be the route's own. */
  @SuppressWarnings("unchecked") // it was admitted by this very guard
  public <P> P get(Guard<P> guard) {
    if (admitted == null) {
      throw new IllegalStateException("the route is not guarded by " + guard);
    }
    return (P) admitted;
  }

  public Caller caller() {
    return caller;
  }

  /** Sets a cookie with the answer, if the request succeeds. */
  public void set(Cookie cookie) {
    cookies.add(cookie);
  }

  List<Cookie> cookies() {
    return cookies;
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
