package shareddb.web;

import io.javalin.http.Context;

/** What a route takes beside its parameters: what it is, how long it may be, and how it is read. */
interface Body<B> {

  Content content();

  int maxBytes();

  B read(Context context);
}
