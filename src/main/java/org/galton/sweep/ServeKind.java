package org.galton.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.ComputeType;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.engine.EngineCard;
import org.galton.model.engine.EnginePlace;
import org.galton.model.engine.EngineSource;
import org.galton.model.engine.SharedEngines;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.CheckpointSearch;

/** Models that an engine draws from which each executor starts, {@code serve:CHECKPOINT?…}. */
final class ServeKind implements ModelKind {
  @Override
  public String name() {
    return "serve";
  }

  @Override
  public void check(String source) {
    EngineSource.check(source);
  }

  @Override
  public List<String> find(String entry) {
    String checkpoint = EngineSource.parse(entry).checkpoint();
    if (!CheckpointSearch.isPattern(checkpoint)) {
      return List.of(entry);
    }
    return CheckpointSearch.find(checkpoint, new Configuration(false)).sources().stream()
        .map(found -> EngineSource.PREFIX + found + keys(entry))
        .toList();
  }

  @Override
  public ModelCard card(String source) {
    EngineSource parsed = EngineSource.parse(source);
    return EngineCard.of(parsed, parsed.checkpoint());
  }

  @Override
  public Optional<ComputeType> storedType(String source) {
    return Optional.of(
        Checkpoint.open(EngineSource.parse(source).checkpoint(), new Configuration(false))
            .storedType());
  }

  @Override
  public String located(String source, UnaryOperator<String> place) {
    String checkpoint = EngineSource.parse(source).checkpoint();
    return EngineSource.PREFIX + place.apply(checkpoint) + keys(source);
  }

  private static String keys(String source) {
    return source.contains("?") ? source.substring(source.indexOf('?')) : "";
  }

  @Override
  public LanguageModel open(String source, Decoding decoding) {
    EngineSource parsed = EngineSource.parse(source);
    return SharedEngines.open(
        parsed,
        new EnginePlace(
            parsed.checkpoint(), decoding.device(), decoding.slots(), decoding.compute().word()),
        () -> card(source));
  }
}
