/** Audits as OSCAL assessment results, and the rule bases as its catalogs. */
@NullMarked
package tribune.export.oscal;

import org.jspecify.annotations.NullMarked;
