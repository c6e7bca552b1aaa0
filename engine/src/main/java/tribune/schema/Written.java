package tribune.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a constant is written, where that is not its name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Written {
  String value();

  /** Words that people write for it elsewhere; they are refused with the right one. */
  String[] insteadOf() default {};
}
