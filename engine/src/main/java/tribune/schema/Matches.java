package tribune.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The form a text has. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Matches {
  /** A regular expression for the whole text, understood by Java and JSON Schema alike. */
  String value();

  /** What such a text is, such as {@code "a check id such as LTR-03"}. */
  String means();
}
