package tribune.shell;

/** The key with which a user asks a running command to stop: Ctrl-C. */
@FunctionalInterface
interface InterruptKey {

  /** From now on, does this when the key is pressed, on a thread of its own. */
  void whenPressed(Runnable action);
}
