package tribune.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that is meant to read the process it runs in, or to end it. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface AmbientInput {

  /** Why. */
  String value();
}
