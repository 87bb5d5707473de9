package org.galton.model.llama.adapter;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.galton.model.ModelCard;
import org.galton.model.llama.config.CheckpointDigest;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.GaltonJson;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.weights.LlamaTensors;
import org.galton.model.llama.weights.LowRankTarget;
import org.galton.model.llama.weights.WeightFiles;
import org.galton.model.llama.weights.WeightSource;
import org.galton.spec.InvalidInput;

/**
 * Low-rank adaptation of a base (LoRA; Hu and others, arXiv 2106.09685), as PEFT has written it: of
 * some projections W the factors A and B of W + scale · B A.
 */
public final class Adapter {
  static final String WEIGHTS = "adapter_model.safetensors";
  private static final String PICKLE = "adapter_model.bin";

  private final CheckpointFiles files;
  private final AdapterConfig config;
  private final WeightSource weights;
  private final Map<String, long[]> projections;

  private Adapter(CheckpointFiles files, LlamaConfig base) {
    this.files = files;
    needFiles();
    this.config = AdapterConfigJson.read(files);
    Map<String, long[]> all = LlamaTensors.projections(base);
    this.projections = new LinkedHashMap<>();
    config.targets().of(all.keySet()).forEach(module -> projections.put(module, all.get(module)));
    this.weights = WeightFiles.single(files, WEIGHTS);
    AdapterTensors.check(config, projections, weights);
  }

  /**
   * Reads all but the tensors.
   *
   * @throws InvalidInput when a file is missing or damaged, or the adapter is of another method or
   *     of another base
   */
  public static Adapter open(CheckpointFiles files, LlamaConfig base) {
    return new Adapter(files, base);
  }

  /** Whether a folder holds an adapter rather than a checkpoint. */
  public static boolean isIn(CheckpointFiles files) {
    return files.has(AdapterConfigJson.FILE);
  }

  private void needFiles() {
    for (String file : List.of(AdapterConfigJson.FILE, WEIGHTS)) {
      if (!files.has(file)) {
        throw new InvalidInput(
            "Cannot read %s: no such file; %s"
                .formatted(
                    files.describe(file),
                    files.has(PICKLE)
                        ? PICKLE
                            + " beside it is a pickle, which is not opened, as it can run code:"
                            + " convert it to safetensors, with PEFT's save_pretrained(folder,"
                            + " safe_serialization=True)"
                        : "an adapter needs %s and %s, as PEFT's save_pretrained writes them"
                            .formatted(AdapterConfigJson.FILE, WEIGHTS)));
      }
    }
  }

  /** What its factors stand beside. */
  public List<LowRankTarget> targets() {
    return projections.keySet().stream()
        .map(
            module -> {
              String[] parts = module.split("\\.", -1);
              return new LowRankTarget(
                  Integer.parseInt(parts[2]),
                  parts[parts.length - 1],
                  config.rank(module),
                  config.scale(module),
                  AdapterTensors.down(module),
                  AdapterTensors.up(module));
            })
        .toList();
  }

  /** The factors, not read yet. */
  public WeightSource weights() {
    return weights;
  }

  /** The training step that {@code galton.json} says, else the folder's name. */
  public OptionalLong step() {
    return GaltonJson.of(files).step();
  }

  /** Numbers in the factors. */
  public long parameters() {
    return projections.entrySet().stream()
        .mapToLong(
            entry -> config.rank(entry.getKey()) * (entry.getValue()[0] + entry.getValue()[1]))
        .sum();
  }

  /**
   * What is known of the base with this adapter. Tokenizer, chat template and recommended sampling
   * are the base's, step and compute those of the adapter's training. The digest is of the base's
   * digest and the adapter's two files.
   *
   * @param name of both together
   */
  public ModelCard card(String name, ModelCard base) {
    GaltonJson provenance = GaltonJson.of(files);
    return new ModelCard(
        name,
        digest(base.digest()),
        base.parameters() + parameters(),
        base.contextLength(),
        provenance.step(),
        provenance.flops(),
        base.sampling(),
        base.chat());
  }

  private String digest(String base) {
    CheckpointDigest digest = new CheckpointDigest();
    try {
      digest.add(base);
      digest.add(files, List.of(AdapterConfigJson.FILE, WEIGHTS));
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.name() + ": " + e);
    }
    return digest.hex();
  }
}
