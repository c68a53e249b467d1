package shareddb.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long a text of a request may be; the schema says it, and the schema is what is checked. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Text {

  /** In characters as people and Postgres count them: code points. */
  int max();

  /** In the same way. */
  int min() default 0;

  /** Whether white space alone will do. */
  boolean blank() default true;
}
