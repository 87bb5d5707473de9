package org.galton.model.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.AdaptedModel;
import org.galton.model.ComputeType;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.Processor;
import org.galton.model.llama.AdapterFolder;
import org.galton.model.llama.Builtin;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.CheckpointSearch;
import org.galton.model.llama.Placement;
import org.galton.model.llama.ServedCheckpoint;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.model.llama.adapter.Adapter;
import org.galton.spec.InvalidInput;
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

  /** What is known of bases: the digest of one takes minutes, and many adapters ask for it. */
  private transient Map<String, ModelCard> bases;

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
    Optional<AdaptedModel> adapted = AdaptedModel.of(entry);
    if (adapted.isPresent()) {
      return adapters(adapted.get());
    }
    if (!CheckpointSearch.isPattern(entry)) {
      return FoundModels.itself(entry);
    }
    return found(CheckpointSearch.find(entry, hadoop()), source -> source);
  }

  private FoundModels adapters(AdaptedModel entry) {
    if (!CheckpointSearch.isPattern(entry.adapter())) {
      return FoundModels.itself(entry.name());
    }
    return found(
        CheckpointSearch.adapters(entry.adapter(), base(entry).config(), hadoop()),
        folder -> new AdaptedModel(entry.base(), folder).name());
  }

  private static FoundModels found(CheckpointSearch found, UnaryOperator<String> named) {
    return new FoundModels(
        found.sources().stream().map(named).toList(),
        found.unusable().entrySet().stream()
            .map(folder -> new FoundModels.Skipped(named.apply(folder.getKey()), folder.getValue()))
            .toList());
  }

  @Override
  public ModelCard card(String source) {
    return ModelKinds.of(source)
        .map(kind -> kind.card(source))
        .orElseGet(
            () ->
                AdaptedModel.of(source)
                    .map(this::adaptedCard)
                    .orElseGet(() -> folder(source).card()));
  }

  private ModelCard adaptedCard(AdaptedModel model) {
    Checkpoint base = base(model);
    Adapter adapter = AdapterFolder.open(model.adapter(), base.config(), hadoop());
    return adapter.card(model.name(), baseCard(model.base(), base));
  }

  private synchronized ModelCard baseCard(String name, Checkpoint base) {
    if (bases == null) {
      bases = new HashMap<>();
    }
    return bases.computeIfAbsent(name, unknown -> base.card());
  }

  private Checkpoint base(AdaptedModel model) {
    ModelKinds.requireCheckpoint(model);
    return folder(model.base());
  }

  @Override
  public Decoding decoding(String source, Decoding wanted) {
    return ModelKinds.of(source).map(kind -> kind.decoding(wanted)).orElse(wanted);
  }

  @Override
  public Optional<ComputeType> storedType(String source) {
    Optional<ModelKind> kind = ModelKinds.of(source);
    if (kind.isPresent()) {
      return kind.get().storedType(source);
    }
    return Optional.of(
        AdaptedModel.of(source).map(this::base).orElseGet(() -> folder(source)).storedType());
  }

  @Override
  public LanguageModel load(String source, Decoding decoding) {
    return ModelKinds.of(source)
        .map(kind -> kind.open(kind.located(source, this::located), decoding))
        .orElseGet(
            () ->
                AdaptedModel.of(source)
                    .map(model -> loadAdapted(model, decoding))
                    .orElseGet(() -> loadFolder(source, decoding)));
  }

  /**
   * A checkpoint to draw from token by token.
   *
   * @param loops decode loops side by side
   * @throws org.galton.spec.InvalidInput when this is no checkpoint, or its files are damaged
   */
  public ServedCheckpoint serve(String source, Decoding decoding, int loops) {
    ModelKinds.of(source)
        .filter(kind -> !kind.goesOn())
        .ifPresent(
            kind -> {
              throw new InvalidInput(
                  "Cannot serve %s: it is of kind '%s', expected a checkpoint directory or a builtin: model"
                      .formatted(source, kind.name()));
            });
    Decoding decided =
        decoding.decided(Processor.ofThisMachine(), storedType(source).stream().toList());
    return ServedCheckpoint.open(
        source, hadoop(), new Placement(decided.device(), decided.type()), loops, decoding.slots());
  }

  private LanguageModel loadAdapted(AdaptedModel model, Decoding decoding) {
    AdaptedModel found = new AdaptedModel(located(model.base()), located(model.adapter()));
    return SharedCheckpoints.open(
        found,
        new Placement(decoding.device(), decoding.type()),
        decoding.slots(),
        () -> base(found),
        base -> AdapterFolder.open(found.adapter(), base, hadoop()));
  }

  /** Where this is that directory, an error names the model as the user did. */
  private String located(String source) {
    boolean asNamed =
        Checkpoint.isStored(source)
            || source.startsWith(Builtin.PREFIX)
            || here.equals(Path.of("").toAbsolutePath().toString());
    return asNamed ? source : Path.of(here).resolve(source).toString();
  }

  private LanguageModel loadFolder(String source, Decoding decoding) {
    String found = located(source);
    return SharedCheckpoints.open(
        found,
        new Placement(decoding.device(), decoding.type()),
        decoding.slots(),
        () -> folder(found));
  }

  private Checkpoint folder(String source) {
    if (!Checkpoint.isStored(source)
        && !source.startsWith(Builtin.PREFIX)
        && !Files.isDirectory(Path.of(source))) {
      ModelKinds.unknown(source)
          .ifPresent(
              problem -> {
                throw problem;
              });
    }
    return Checkpoint.open(source, hadoop());
  }
}
