package tribune.trail;

/**
 * What a copy of a trail came to; the same as the trail it was made of.
 *
 * @param payloads how many payloads it has
 * @param ruleBases how many rule bases it has
 */
public record Copied(String origin, Head head, long payloads, long ruleBases) {}
