/**
 * The only SQL there is: the index of a trail in an H2 file beside the journal, by plain JDBC.
 * {@link tribune.trail.jdbc.HomeTrail} opens a trail that uses it.
 */
@NullMarked
package tribune.trail.jdbc;

import org.jspecify.annotations.NullMarked;
