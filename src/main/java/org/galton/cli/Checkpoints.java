package org.galton.cli;

import java.nio.file.Path;
import org.galton.job.ModelLoader;
import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.endpoint.EndpointSource;
import org.galton.model.endpoint.SharedEndpoints;
import org.galton.model.llama.Builtin;
import org.galton.model.llama.Checkpoint;
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

  @Override
  public ModelCard card(String source) {
    if (EndpointSource.isOne(source)) {
      return EndpointSource.parse(source).card();
    }
    if (ScriptedPlayers.isOne(source)) {
      return ScriptedPlayers.card(source);
    }
    return Checkpoint.open(source).card();
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
    String found =
        source.startsWith(Builtin.PREFIX) ? source : Path.of(here).resolve(source).toString();
    return SharedCheckpoints.open(
        found, new Placement(decoding.device(), decoding.compute()), decoding.slots());
  }
}
