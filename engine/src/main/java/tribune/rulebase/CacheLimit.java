package tribune.rulebase;

import java.time.Duration;

/**
 * How much a cache of compiled rules keeps. What was used longest ago goes first.
 *
 * @param entries at most so many rule bases
 * @param bytes at most so many bytes, of all of them together and so of one
 * @param unfinished how old a file is that a process began and never finished
 */
record CacheLimit(int entries, long bytes, Duration unfinished) {
  /** The shipped rule base takes 2 MiB. */
  static final CacheLimit DEFAULT = new CacheLimit(100, 256L << 20, Duration.ofHours(1));
}
