package org.galton.model.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.CheckpointSearch;
import org.galton.model.llama.Placement;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.sweep.Decoding;
import org.galton.sweep.ModelKind;
import org.galton.sweep.ModelKinds;

/**
 * The models that a sweep can name: those of a {@link ModelKind} and, by every other name,
 * checkpoint directories.
 */
public final class Checkpoints implements ModelLoader {
  private static final long serialVersionUID = 1L;

  // An executor has another working directory, and a user means this one.
  private final String here = Path.of("").toAbsolutePath().toString();
  private final HashMap<String, String> hadoop = new HashMap<>();

  public Checkpoints() {
    this(new Configuration());
  }

  /**
   * @param hadoop how file systems are reached, on executors too
   */
  public Checkpoints(Configuration hadoop) {
    hadoop.forEach(setting -> this.hadoop.put(setting.getKey(), setting.getValue()));
  }

  private Configuration hadoop() {
    Configuration configuration = new Configuration(false);
    hadoop.forEach(configuration::set);
    return configuration;
  }

  @Override
  public FoundModels find(String entry) {
    Optional<ModelKind> kind = ModelKinds.of(entry);
    if (kind.isPresent()) {
      return new FoundModels(kind.get().find(entry), List.of());
    }
    if (!CheckpointSearch.isPattern(entry)) {
      return FoundModels.itself(entry);
    }
    CheckpointSearch found = CheckpointSearch.find(entry, hadoop());
    return new FoundModels(
        found.sources(),
        found.unusable().entrySet().stream()
            .map(folder -> new FoundModels.Skipped(folder.getKey(), folder.getValue()))
            .toList());
  }

  @Override
  public ModelCard card(String source) {
    return ModelKinds.of(source)
        .map(kind -> kind.card(source))
        .orElseGet(() -> folder(source).card());
  }

  @Override
  public Decoding decoding(String source, Decoding wanted) {
    return ModelKinds.of(source).map(kind -> kind.decoding(wanted)).orElse(wanted);
  }

  @Override
  public LanguageModel load(String source, Decoding decoding) {
    return ModelKinds.of(source)
        .map(kind -> kind.open(source, decoding))
        .orElseGet(() -> loadFolder(source, decoding));
  }

  private LanguageModel loadFolder(String source, Decoding decoding) {
    // Where this is that directory, an error names the model as the user did.
    boolean asNamed =
        Checkpoint.isStored(source) || here.equals(Path.of("").toAbsolutePath().toString());
    String found = asNamed ? source : Path.of(here).resolve(source).toString();
    return SharedCheckpoints.open(
        found,
        new Placement(decoding.device(), decoding.compute()),
        decoding.slots(),
        () -> folder(found));
  }

  private Checkpoint folder(String source) {
    if (!Checkpoint.isStored(source) && !Files.isDirectory(Path.of(source))) {
      ModelKinds.unknown(source)
          .ifPresent(
              problem -> {
                throw problem;
              });
    }
    return Checkpoint.open(source, hadoop());
  }
}
