package org.galton.cli;

import org.galton.job.ModelLoader;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;

/** The models that a sweep can name: checkpoint directories and what the jar ships, on the CPU. */
final class Checkpoints implements ModelLoader {
  private static final long serialVersionUID = 1L;

  @Override
  public ModelCard card(String source) {
    return Checkpoint.open(source).card();
  }

  @Override
  public LanguageModel load(String source, Decoding decoding) {
    if (!decoding.device().equals("cpu")) {
      throw new InvalidInput(
          "Cannot decode on '"
              + decoding.device()
              + "': this version decodes on the CPU; set decoding.device to cpu");
    }
    return SharedCheckpoints.open(source, decoding.slots());
  }
}
