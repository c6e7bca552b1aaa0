/**
 * The only SQL there is, by plain JDBC: the index of a trail in an H2 file beside its journal, and
 * a trail that is a PostgreSQL database. {@link tribune.trail.jdbc.HomeTrail} and {@link
 * tribune.trail.jdbc.PostgresTrail} open them.
 */
@NullMarked
package tribune.trail.jdbc;

import org.jspecify.annotations.NullMarked;
