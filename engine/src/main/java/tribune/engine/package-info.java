/**
 * The way in for programs: {@link tribune.engine.AuditEngine} takes a proposal through evaluation,
 * verdict and trail. Needs no Spring.
 */
@NullMarked
package tribune.engine;

import org.jspecify.annotations.NullMarked;
