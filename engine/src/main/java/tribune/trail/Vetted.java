package tribune.trail;

/** What looking at one record alone came to; whether it follows the one before is open. */
sealed interface Vetted {
  /** The record, if it is what was written. */
  StoredRecord record() throws EntryCheck.Misfit;

  /** The record with what is beside it, if that fits. */
  Entry entry() throws EntryCheck.Misfit;

  /** It is what was written. */
  record Fit(Entry entry) implements Vetted {
    @Override
    public StoredRecord record() {
      return entry.record();
    }
  }

  /** It is not what was written. */
  record Unfit(EntryCheck.Misfit misfit) implements Vetted {
    @Override
    public StoredRecord record() throws EntryCheck.Misfit {
      throw misfit;
    }

    @Override
    public Entry entry() throws EntryCheck.Misfit {
      throw misfit;
    }
  }

  /** It is what was written, and what is beside it is not. */
  record WithoutFacts(StoredRecord record, EntryCheck.Misfit misfit) implements Vetted {
    @Override
    public Entry entry() throws EntryCheck.Misfit {
      throw misfit;
    }
  }
}
