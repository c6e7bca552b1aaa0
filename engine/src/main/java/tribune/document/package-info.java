/**
 * Text with places: sources, diagnostics that point into them, the YAML and JSON tree they are read
 * into, and canonical JSON. Knows nothing of decisions or rules.
 */
@NullMarked
package tribune.document;

import org.jspecify.annotations.NullMarked;
