package org.galton.cli;

import java.nio.file.Path;
import java.util.HashMap;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.FoundModels;
import org.galton.job.ModelLoader;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.endpoint.EndpointSource;
import org.galton.model.endpoint.SharedEndpoints;
import org.galton.model.llama.Builtin;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.CheckpointSearch;
import org.galton.model.llama.Placement;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.model.scripted.ScriptedPlayers;
import org.galton.sweep.Decoding;

/**
 * The models that a sweep can name: checkpoint directories, what the jar ships, models behind a
 * server, and players that follow rules.
 */
final class Checkpoints implements ModelLoader {
  private static final long serialVersionUID = 1L;

  // An executor has another working directory, and a user means this one.
  private final String here = Path.of("").toAbsolutePath().toString();
  private final HashMap<String, String> hadoop = new HashMap<>();

  Checkpoints() {
    this(new Configuration());
  }

  /**
   * @param hadoop how file systems are reached, on executors too
   */
  Checkpoints(Configuration hadoop) {
    hadoop.forEach(setting -> this.hadoop.put(setting.getKey(), setting.getValue()));
  }

  private Configuration hadoop() {
    Configuration configuration = new Configuration(false);
    hadoop.forEach(configuration::set);
    return configuration;
  }

  @Override
  public FoundModels find(String entry) {
    if (isElsewhere(entry) || !CheckpointSearch.isPattern(entry)) {
      return FoundModels.itself(entry);
    }
    CheckpointSearch found = CheckpointSearch.find(entry, hadoop());
    return new FoundModels(
        found.sources(),
        found.unusable().entrySet().stream()
            .map(folder -> new FoundModels.Skipped(folder.getKey(), folder.getValue()))
            .toList());
  }

  private static boolean isElsewhere(String source) {
    return EndpointSource.isOne(source) || ScriptedPlayers.isOne(source);
  }

  @Override
  public ModelCard card(String source) {
    if (EndpointSource.isOne(source)) {
      return EndpointSource.parse(source).card();
    }
    if (ScriptedPlayers.isOne(source)) {
      return ScriptedPlayers.card(source);
    }
    return Checkpoint.open(source, hadoop()).card();
  }

  @Override
  public Decoding decoding(String source, Decoding wanted) {
    return EndpointSource.isOne(source) ? wanted.withDevice("endpoint") : wanted;
  }

  @Override
  public LanguageModel load(String source, Decoding decoding) {
    if (EndpointSource.isOne(source)) {
      return SharedEndpoints.open(source);
    }
    if (ScriptedPlayers.isOne(source)) {
      return ScriptedPlayers.open(source);
    }
    // Where this is that directory, an error names the model as the user did.
    boolean asNamed =
        source.startsWith(Builtin.PREFIX)
            || Checkpoint.isStored(source)
            || here.equals(Path.of("").toAbsolutePath().toString());
    String found = asNamed ? source : Path.of(here).resolve(source).toString();
    return SharedCheckpoints.open(
        found,
        new Placement(decoding.device(), decoding.compute()),
        decoding.slots(),
        () -> Checkpoint.open(found, hadoop()));
  }
}
