package org.galton.job.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.galton.model.AdaptedModel;
import org.galton.model.LanguageModel;
import org.galton.sweep.Decoding;

/**
 * Owns and closes the models of a process. A task slot borrows an instance for a shard; the next
 * shard of the same model takes it over, and the first shard of another model closes what lies
 * idle, so no more models are open than task slots, beside those that take roles of their tasks. Of
 * adapters of one checkpoint the next is opened before the last is closed: what they share stays in
 * memory.
 */
final class ModelRegistry implements AutoCloseable {
  // Tasks of one executor share nothing else: Spark gives them no place of their own.
  private static final ModelRegistry PROCESS = new ModelRegistry();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(PROCESS::close, "galton-models"));
  }

  private final Deque<Loan> idle = new ArrayDeque<>();

  /** The registry of this process. */
  static ModelRegistry ofProcess() {
    return PROCESS;
  }

  /** A borrowed model; {@link #giveBack} it when it is still fit, close it when it is not. */
  final class Loan implements AutoCloseable {
    private final String source;
    private final Decoding decoding;
    private final LanguageModel model;
    private final Map<String, LanguageModel> partners = new HashMap<>();

    private Loan(String source, Decoding decoding, LanguageModel model) {
      this.source = source;
      this.decoding = decoding;
      this.model = model;
    }

    LanguageModel model() {
      return model;
    }

    /**
     * The checkpoint without its adapter, where the model has one, else the model itself; as {@link
     * #partner} otherwise.
     */
    LanguageModel base(Function<String, LanguageModel> load) {
      return AdaptedModel.isOne(source) ? partner(AdaptedModel.baseOf(source), load) : model;
    }

    /** Another model that the rollouts need. It is the loan's to close, and opened once. */
    LanguageModel partner(String other, Function<String, LanguageModel> load) {
      return other.equals(source) ? model : partners.computeIfAbsent(other, load);
    }

    void giveBack() {
      synchronized (idle) {
        idle.addLast(this);
      }
    }

    @Override
    public void close() {
      partners.values().forEach(LanguageModel::close);
      model.close();
    }

    private boolean sharesWithModel(String otherSource, Decoding otherDecoding) {
      return AdaptedModel.baseOf(source).equals(AdaptedModel.baseOf(otherSource))
          && decoding.equals(otherDecoding);
    }

    private boolean isFor(String otherSource, Decoding otherDecoding) {
      return source.equals(otherSource) && decoding.equals(otherDecoding);
    }
  }

  Loan borrow(String source, Decoding decoding, Supplier<LanguageModel> load) {
    List<Loan> sharing = new ArrayList<>();
    try {
      return idle(source, decoding, sharing)
          .orElseGet(() -> new Loan(source, decoding, load.get()));
    } finally {
      sharing.forEach(Loan::close);
    }
  }

  /**
   * An idle one of this model. All others are closed, or given to {@code sharing} to be closed when
   * the new one is there.
   */
  private Optional<Loan> idle(String source, Decoding decoding, List<Loan> sharing) {
    synchronized (idle) {
      Loan found = null;
      for (Iterator<Loan> loans = idle.iterator(); loans.hasNext(); ) {
        Loan loan = loans.next();
        if (!loan.isFor(source, decoding)) {
          loans.remove();
          if (loan.sharesWithModel(source, decoding)) {
            sharing.add(loan);
          } else {
            loan.close();
          }
        } else if (found == null) {
          loans.remove();
          found = loan;
        }
      }
      return Optional.ofNullable(found);
    }
  }

  /** Closes every model that no task holds. */
  @Override
  public void close() {
    synchronized (idle) {
      idle.forEach(Loan::close);
      idle.clear();
    }
  }
}
