package tribune.trail;

import java.util.concurrent.Callable;

/** Has things done by the one thread that may use the store of a trail. */
interface Desk {
  <T> T ask(Callable<T> question);

  /** For that thread itself. */
  static <T> T here(Callable<T> question) {
    try {
      return question.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
