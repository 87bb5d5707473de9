package org.galton.model.source;

import java.io.Serializable;
import java.util.Optional;
import org.galton.model.ComputeType;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.sweep.Decoding;

/**
 * Opens models by the name that a spec gives them. Travels to executors. What several instances of
 * a model in one process can share, such as weights, is its own matter.
 */
public interface ModelLoader extends Serializable {

  /**
   * The models that an entry of a spec stands for.
   *
   * @throws org.galton.spec.InvalidInput when it is a pattern and nothing fits it
   */
  default FoundModels find(String entry) {
    return FoundModels.itself(entry);
  }

  /**
   * What is known of a model without making it ready to draw.
   *
   * @throws org.galton.spec.InvalidInput when there is no such model or its files are damaged
   */
  ModelCard card(String source);

  /** What of a decoding concerns a model: one that is drawn from elsewhere needs no GPU here. */
  default Decoding decoding(String source, Decoding wanted) {
    return wanted;
  }

  /** The type in which a model's weights are stored; nothing where it is drawn from elsewhere. */
  default Optional<ComputeType> storedType(String source) {
    return Optional.empty();
  }

  /**
   * A model ready to draw, for one task slot at a time; the caller closes it.
   *
   * @param decoding with the device that Spark assigned, such as {@code gpu:3}
   * @throws org.galton.spec.InvalidInput when there is no such model or its files are damaged
   */
  LanguageModel load(String source, Decoding decoding);
}
