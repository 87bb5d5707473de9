package org.galton.sweep;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.ComputeType;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.CheckpointSearch;
import org.galton.model.llama.Placement;
import org.galton.model.llama.SharedCheckpoints;

/** The checkpoints that the jar ships, {@code builtin:NAME@STEP}. */
final class BuiltinKind implements ModelKind {
  @Override
  public String name() {
    return "builtin";
  }

  @Override
  public List<String> find(String entry) {
    return CheckpointSearch.isPattern(entry)
        ? CheckpointSearch.find(entry, new Configuration(false)).sources()
        : List.of(entry);
  }

  @Override
  public ModelCard card(String source) {
    return Checkpoint.open(source).card();
  }

  @Override
  public Optional<ComputeType> storedType(String source) {
    return Optional.of(Checkpoint.open(source).storedType());
  }

  @Override
  public boolean tellsTokens() {
    return true;
  }

  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public LanguageModel open(String source, Decoding decoding) {
    return SharedCheckpoints.open(
        source, new Placement(decoding.device(), decoding.type()), decoding.slots());
  }
}
