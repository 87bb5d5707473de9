package org.galton.cli;

import java.nio.file.Path;
import org.galton.job.ModelLoader;
import org.galton.model.ComputeType;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.llama.Builtin;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.spec.InvalidInput;
import org.galton.spec.ValueType;
import org.galton.sweep.Decoding;

/** The models that a sweep can name: checkpoint directories and what the jar ships, on the CPU. */
final class Checkpoints implements ModelLoader {
  private static final long serialVersionUID = 1L;

  // An executor has another working directory, and a user means this one.
  private final String here = Path.of("").toAbsolutePath().toString();

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
    if (decoding.compute() != ComputeType.FLOAT32) {
      throw new InvalidInput(
          "Cannot decode in "
              + ValueType.written(decoding.compute())
              + ": this version computes in float32; set decoding.compute to float32");
    }
    String found =
        source.startsWith(Builtin.PREFIX) ? source : Path.of(here).resolve(source).toString();
    return SharedCheckpoints.open(found, decoding.slots());
  }
}
