package org.galton.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.galton.model.ComputeType;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.spec.Kind;

/**
 * The models whose names in specs begin with the kind's name and a colon, such as {@code
 * endpoint:}. A class of a user's jar is found when {@code
 * META-INF/services/org.galton.sweep.ModelKind} names it; it has a public constructor without
 * arguments. Sources are given whole, the kind's name included.
 */
public interface ModelKind extends Kind {
  /**
   * Refuses a source that can name no model, while its spec is read.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  default void check(String source) {}

  /** The sources that an entry of a spec stands for: itself, unless it is a pattern. */
  default List<String> find(String entry) {
    return List.of(entry);
  }

  /**
   * What is known of a model without making it ready to draw.
   *
   * @throws org.galton.spec.InvalidInput when there is no such model
   */
  ModelCard card(String source);

  /**
   * What of a decoding concerns such a model: one that is drawn from elsewhere needs no GPU here.
   */
  default Decoding decoding(Decoding wanted) {
    return wanted;
  }

  /** The type in which a model's weights are stored; nothing where it is drawn from elsewhere. */
  default Optional<ComputeType> storedType(String source) {
    return Optional.empty();
  }

  /** Whether its completions come with their tokens one by one. */
  default boolean tellsTokens() {
    return false;
  }

  /** Whether its models go on with completions that have begun, as searches want. */
  default boolean goesOn() {
    return false;
  }

  /**
   * The source as an executor finds it, which has another working directory.
   *
   * @param place of a checkpoint's folder, made absolute where it has to be
   */
  default String located(String source, UnaryOperator<String> place) {
    return source;
  }

  /**
   * A model ready to draw, for one task slot at a time; the caller closes it. Its card has the same
   * digest on every machine.
   *
   * @param decoding with the device that Spark assigned, such as {@code gpu:3}
   * @throws org.galton.spec.InvalidInput when there is no such model
   */
  LanguageModel open(String source, Decoding decoding);
}
