/**
 * What people keep of a trail outside of it, so that it cannot be cut, replaced or written anew as
 * a whole without somebody noticing: kept checkpoints, and witnesses.
 */
@NullMarked
package tribune.anchor;

import org.jspecify.annotations.NullMarked;
