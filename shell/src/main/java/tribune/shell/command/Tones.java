package tribune.shell.command;

import tribune.shell.render.Tone;
import tribune.verdict.Outcome;
import tribune.verdict.Verdict;

/** How good news and bad news are shown; the words always say it too. */
final class Tones {
  private Tones() {}

  static Tone of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Tone.GOOD;
      case INCOMPLETE -> Tone.CAUTION;
      case FAIL, ERROR -> Tone.BAD;
    };
  }

  static Tone of(Outcome outcome) {
    return switch (outcome) {
      case PASS -> Tone.GOOD;
      case NEEDS_EVIDENCE -> Tone.CAUTION;
      case FAIL, ERROR -> Tone.BAD;
      case NOT_APPLICABLE -> Tone.FAINT;
    };
  }
}
