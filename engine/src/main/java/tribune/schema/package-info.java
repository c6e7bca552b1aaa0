/**
 * Records as schemas: which members a record type has, how each kind of value is written, and the
 * ways between a document and a record. Knows nothing of decisions or rules.
 */
@NullMarked
package tribune.schema;

import org.jspecify.annotations.NullMarked;
