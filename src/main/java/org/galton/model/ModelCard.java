package org.galton.model;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a model.
 *
 * @param name the name a reader knows it by, such as {@code builtin:abacus@2000}
 * @param digest hash of everything that shapes its distribution: weights, configuration, tokenizer
 * @param parameters number of weights
 * @param contextLength longest prompt and completion together, in tokens
 * @param step training step of this checkpoint, where known
 * @param trainingFlops training compute in floating-point operations, where known
 * @param sampling what its makers recommend
 * @param chat whether and how it answers chats
 */
public record ModelCard(
    String name,
    String digest,
    long parameters,
    int contextLength,
    OptionalLong step,
    OptionalDouble trainingFlops,
    SamplingDefaults sampling,
    ChatSupport chat) {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(.*(?:step|checkpoint|ckpt|iter|iteration)s?[-_]?)([0-9]{1,18})(?:/.*)?",
          Pattern.CASE_INSENSITIVE);

  /** A model that continues raw texts and comes without recommendations. */
  public ModelCard(
      String name,
      String digest,
      long parameters,
      int contextLength,
      OptionalLong step,
      OptionalDouble trainingFlops) {
    this(
        name,
        digest,
        parameters,
        contextLength,
        step,
        trainingFlops,
        SamplingDefaults.NONE,
        ChatSupport.none(name));
  }

  /**
   * The part of a name that the checkpoints of one training share: what stands before the step in
   * {@code builtin:abacus@2000} and in {@code run7/step-2000}. Adapters of one training share their
   * base and that part of their own.
   */
  public static String family(String name) {
    String base = AdaptedModel.baseOf(name);
    if (!base.equals(name)) {
      return base + numberedFamily(name.substring(base.length()));
    }
    int at = name.lastIndexOf('@');
    return at >= 0 ? name.substring(0, at) : numberedFamily(name);
  }

  private static String numberedFamily(String name) {
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() ? numbered.group(1) : name;
  }

  /** The training step that a folder's name tells, as in {@code run7/checkpoint-500}. */
  public static OptionalLong stepIn(String name) {
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches()
        ? OptionalLong.of(Long.parseLong(numbered.group(2)))
        : OptionalLong.empty();
  }
}
