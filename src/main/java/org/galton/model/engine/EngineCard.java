package org.galton.model.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.ModelCard;
import org.galton.model.SamplingDefaults;
import org.galton.model.endpoint.EndpointSource;
import org.galton.model.llama.Builtin;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.config.CheckpointDigest;
import org.galton.spec.InvalidInput;

/**
 * What is known of a model that an engine draws from. Its digest is of the checkpoint's files, of
 * the engine's name and version, and of its command: so it is known exactly what was drawn from,
 * where a model behind somebody's server is known by what is said of it.
 */
public final class EngineCard {
  private static final List<String> ENDINGS =
      List.of(".json", ".safetensors", ".jinja", ".model", ".txt", ".tiktoken", ".gguf", ".py");

  private EngineCard() {}

  /**
   * Reads the checkpoint once.
   *
   * @param checkpoint as this machine finds it
   * @throws InvalidInput when there is no such checkpoint
   */
  public static ModelCard of(EngineSource source, String checkpoint) {
    Optional<ModelCard> own = own(source, checkpoint);
    CheckpointDigest digest = new CheckpointDigest();
    digest.add(own.isPresent() ? own.get().digest() : files(source, checkpoint));
    digest.add(source.engine());
    return new ModelCard(
        source.name(),
        digest.hex(),
        own.map(ModelCard::parameters).orElse(0L),
        own.map(ModelCard::contextLength).orElse(Integer.MAX_VALUE),
        own.map(ModelCard::step).orElse(ModelCard.stepIn(checkpoint)),
        own.map(ModelCard::trainingFlops).orElse(OptionalDouble.empty()),
        own.map(ModelCard::sampling).orElse(SamplingDefaults.NONE),
        EndpointSource.parse(EndpointSource.PREFIX + "http://127.0.0.1/v1?model=m").card().chat());
  }

  /** Where Galton reads the checkpoint itself. */
  private static Optional<ModelCard> own(EngineSource source, String checkpoint) {
    try {
      return Optional.of(Checkpoint.open(checkpoint, new Configuration(false)).card());
    } catch (InvalidInput e) {
      if (source.preset() == EnginePreset.GALTON || checkpoint.startsWith(Builtin.PREFIX)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Of a checkpoint of another form: all its files that shape what it says, in their order. */
  private static String files(EngineSource source, String checkpoint) {
    Path path = Path.of(checkpoint);
    if (!Files.exists(path)) {
      throw new InvalidInput(
          "Cannot read model %s: there is no %s on this machine; expected a checkpoint's directory or file, the same on every machine"
              .formatted(source.name(), checkpoint));
    }
    CheckpointDigest digest = new CheckpointDigest();
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> file.equals(path) || isOfModel(file))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new InvalidInput(
            "Cannot read model %s: %s has no file of a model".formatted(source.name(), path));
      }
      for (Path file : files) {
        try (OutputStream out = digest.file(path.relativize(file).toString(), Files.size(file))) {
          Files.copy(file, out);
        }
      }
      return digest.hex();
    } catch (IOException e) {
      throw new InvalidInput("Cannot read model %s: %s".formatted(source.name(), e), e);
    }
  }

  private static boolean isOfModel(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }
}
