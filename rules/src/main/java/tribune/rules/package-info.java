/** The rule base that comes with Tribune, as a resource of this jar. */
@NullMarked
package tribune.rules;

import org.jspecify.annotations.NullMarked;
