package org.galton.search;

import java.io.Serializable;
import java.util.List;
import org.galton.numerics.Fnv1a;

/** Where the values of partial completions come from. */
public sealed interface ValueSource extends Serializable {
  static ValueSource exact() {
    return new Exact();
  }

  static ValueSource none() {
    return new None();
  }

  /** The task's values, each with an error: {@link NoisyVerifier}; without one where eps is 0. */
  static ValueSource noisy(double eps) {
    return eps == 0 ? new Exact() : new Noisy(eps);
  }

  /** In words, in which everything stands that shapes the values, but for the task's own part. */
  String settings();

  /** Values are known to be right up to a factor of 1 + this; 0 where nothing is known. */
  default double eps() {
    return 0;
  }

  /** Values that a task computes of the text. */
  sealed interface OfTask extends ValueSource {
    /**
     * @param prompt what tells the prompt from others
     */
    ProcessVerifier of(ProcessVerifier exact, String prompt);
  }

  /** As the task has them. */
  record Exact() implements OfTask {
    @Override
    public String settings() {
      return "exact";
    }

    @Override
    public ProcessVerifier of(ProcessVerifier exact, String prompt) {
      return exact;
    }
  }

  /** Every partial completion has a value of 1: a search that goes by verdicts alone. */
  record None() implements ValueSource {
    @Override
    public String settings() {
      return "none";
    }
  }

  /**
   * Those of the task with an error of known size.
   *
   * @param eps above 0
   */
  record Noisy(double eps) implements OfTask {
    public Noisy {
      if (!(eps > 0 && Double.isFinite(eps))) {
        throw new IllegalArgumentException("Invalid noisy " + eps + ": expected 0 or more");
      }
    }

    @Override
    public String settings() {
      return "noisy(" + Settings.shortest(eps) + ")";
    }

    @Override
    public ProcessVerifier of(ProcessVerifier exact, String prompt) {
      return new NoisyVerifier(exact, prompt, eps);
    }
  }

  /**
   * The probability of a right completion, by a head on the hidden state of the model that draws.
   *
   * @param folder of the head
   * @param digest of its files
   * @param base name of the checkpoint that it was trained on
   * @param baseDigest of that checkpoint
   * @param tasks that it was trained on
   * @param scale that its probabilities are multiplied by, before they are cut at 1: a walk that
   *     refuses most blocks takes long, and a constant factor does not change its law
   */
  record Learned(
      String folder,
      String digest,
      String base,
      String baseDigest,
      List<String> tasks,
      double scale)
      implements ValueSource {
    private static final int SHOWN = 12;

    public Learned {
      tasks = List.copyOf(tasks);
    }

    @Override
    public String settings() {
      return "learned(%s)%s"
          .formatted(
              digest.substring(0, Math.min(SHOWN, digest.length())),
              scale == 1 ? "" : "*" + Settings.shortest(scale));
    }
  }

  /**
   * The number that another model says.
   *
   * @param model as a spec names it
   * @param digest of that model
   * @param prompt the question, with places to fill
   * @param most the number that stands for a value of 1: 1 or 100
   * @param least value of all that are lower: 0 would close a way for good
   * @param otherwise value where a reply has no number in its range; {@link #FAIL} for none
   * @param version raised to have everything drawn again
   */
  record Judged(
      String model,
      String digest,
      String prompt,
      double temperature,
      int maxTokens,
      int most,
      double least,
      double otherwise,
      int version)
      implements ValueSource {
    /** In place of a value: the rollout fails. */
    public static final double FAIL = -1;

    @Override
    public String settings() {
      return "judge/%d(%s,digest=%s,prompt=%s,temperature=%s,max_tokens=%d,most=%d,least=%s,otherwise=%s)"
          .formatted(
              version,
              model,
              digest.substring(0, Math.min(16, digest.length())),
              Long.toHexString(Fnv1a.mixed(prompt)),
              Settings.shortest(temperature),
              maxTokens,
              most,
              Settings.shortest(least),
              otherwise == FAIL ? "fail" : Settings.shortest(otherwise));
    }
  }
}
