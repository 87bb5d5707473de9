package org.galton.model.llama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.AdaptedModel;
import org.galton.model.ChatSupport;
import org.galton.model.ComputeType;
import org.galton.model.ModelCard;
import org.galton.model.SamplingDefaults;
import org.galton.model.llama.adapter.Adapter;
import org.galton.model.llama.config.CheckpointDigest;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.CheckpointJson;
import org.galton.model.llama.config.ConfigJson;
import org.galton.model.llama.config.ConfigNode;
import org.galton.model.llama.config.EndTokensJson;
import org.galton.model.llama.config.GaltonJson;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.tokenizer.ChatTemplate;
import org.galton.model.llama.tokenizer.SpecialTokens;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.tokenizer.TokenizerJson;
import org.galton.model.llama.weights.LlamaTensors;
import org.galton.model.llama.weights.WeightFiles;
import org.galton.model.llama.weights.WeightSource;
import org.galton.spec.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Hugging Face checkpoint, found by its source: a directory, or {@code builtin:NAME[@STEP]}. */
public final class Checkpoint {
  static final String TOKENIZER = CheckpointFiles.TOKENIZER;
  static final String CONFIG = "config.json";
  private static final String GENERATION = "generation_config.json";
  private static final Pattern HUB_NAME =
      Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*");

  /** Files beside the weights that shape what a model says, where they are there. */
  private static final List<String> OPTIONAL =
      List.of(
          GENERATION,
          "tokenizer_config.json",
          "special_tokens_map.json",
          "chat_template.jinja",
          "chat_template.json");

  private final CheckpointFiles files;
  private final ConfigJson config;
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

  private final WeightFiles weights;

  private Checkpoint(CheckpointFiles files) throws IOException {
    this.files = files;
    need(CONFIG, files.has(CONFIG));
    need(TOKENIZER, files.has(TOKENIZER));
    need(WeightFiles.SINGLE, files.has(WeightFiles.SINGLE) || files.has(WeightFiles.INDEX));
    this.config = new ConfigJson(files.read(CONFIG), files.describe(CONFIG));
    this.weights = new WeightFiles(files);
  }

  private void need(String file, boolean there) {
    if (!there) {
      throw new InvalidInput(
          "Cannot read "
              + files.describe(file)
              + ": no such file; a checkpoint needs "
              + String.join(", ", CONFIG, TOKENIZER, WeightFiles.SINGLE)
              + " (or "
              + WeightFiles.INDEX
              + " and its shards)"
              + (Adapter.isIn(files)
                  ? "; the folder holds an adapter: name its base as well, BASE+adapter:"
                      + files.name()
                  : ""));
    }
  }

  /**
   * Opens a checkpoint and reads its configuration, not its weights.
   *
   * @throws InvalidInput when there is none, or its architecture is not supported
   */
  public static Checkpoint open(String source) {
    try {
      return new Checkpoint(locate(source));
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + source + ": " + e);
    }
  }

  /**
   * As {@link #open(String)}; a source that begins with a scheme, such as {@code hdfs://}, is
   * opened by Hadoop.
   */
  public static Checkpoint open(String source, Configuration hadoop) {
    if (!StoredFolder.isOne(source)) {
      return open(source);
    }
    try {
      return new Checkpoint(StoredFolder.files(source, hadoop));
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInput("Cannot read model " + source + ": " + e.getMessage(), e);
    }
  }

  /** Whether a source begins with a scheme, so that it means the same on every machine. */
  public static boolean isStored(String source) {
    return StoredFolder.isOne(source);
  }

  private static CheckpointFiles locate(String source) {
    if (AdaptedModel.isOne(source)) {
      throw new InvalidInput(
          "Cannot use model %s here: it is a checkpoint with an adapter, expected a checkpoint alone; merge the two, for example with PEFT's merge_and_unload"
              .formatted(source));
    }
    if (source.startsWith(Builtin.PREFIX)) {
      return Builtin.files(source);
    }
    Path folder = Path.of(source);
    if (!Files.isDirectory(folder)) {
      throw new InvalidInput(
          "Cannot read model "
              + source
              + ": no such directory; expected a Hugging Face checkpoint directory or "
              + Builtin.PREFIX
              + String.join(" or " + Builtin.PREFIX, Builtin.NAMES)
              + download(source));
    }
    return new CheckpointFiles.Folder(folder);
  }

  /** How to get a model whose name may be one of the Hugging Face Hub. */
  private static String download(String source) {
    return HUB_NAME.matcher(source).matches()
        ? "; a model of that name on the Hugging Face Hub is fetched by 'hf download %1$s --local-dir %1$s'"
                .formatted(source)
            + ", then the same command finds it"
        : "";
  }

  public LlamaConfig config() {
    return config.config();
  }

  /**
   * Ids that end a completion: those of {@code generation_config.json} where it names any, else
   * those of {@code config.json}, as in Transformers.
   */
  public Set<Long> endTokens() {
    try {
      if (files.has(GENERATION)) {
        String name = files.describe(GENERATION);
        ConfigNode node = new ConfigNode(CheckpointJson.object(files.read(GENERATION), name), name);
        if (node.has("eos_token_id")) {
          return EndTokensJson.read(node);
        }
      }
      return config.endTokens();
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.describe(GENERATION) + ": " + e);
    }
  }

  /**
   * @throws InvalidInput when it is damaged, or gives ids beyond the model's vocabulary
   */
  public Tokenizer tokenizer() {
    Tokenizer tokenizer = new Tokenizer(tokenizerJson(), chatTemplate());
    tokenizer.contradictions(files).forEach(LOG::warn);
    return tokenizer;
  }

  private TokenizerJson tokenizerJson() {
    String name = files.describe(TOKENIZER);
    try {
      return TokenizerJson.read(files.read(TOKENIZER), name)
          .of(config(), SpecialTokens.of(files).padding());
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + name + ": " + e);
    }
  }

  private Optional<ChatTemplate> chatTemplate() {
    return ChatTemplate.of(files);
  }

  /**
   * Reads all but the tensors.
   *
   * @throws InvalidInput when a file is damaged or not there in full
   */
  void check() {
    LlamaTensors.check(config(), weights());
    tokenizerJson();
  }

  /** The training step that {@code galton.json} says, else the folder's name. */
  OptionalLong step() {
    return GaltonJson.of(files).step();
  }

  /** The weights, not read yet. */
  public WeightSource weights() {
    return weights.weights();
  }

  /**
   * The type that holds all of the weights' matrices as they are stored.
   *
   * @throws InvalidInput when a file is damaged
   */
  public ComputeType storedType() {
    return weights.weights().type();
  }

  /** What is known of the model; reads the weights once for their digest. */
  public ModelCard card() {
    check();
    LlamaConfig shape = config();
    GaltonJson provenance = GaltonJson.of(files);
    OptionalLong step = provenance.step();
    OptionalDouble flops = provenance.flops();
    SamplingDefaults sampling = GenerationConfigJson.of(files);
    ChatSupport chat =
        chatTemplate()
            .<ChatSupport>map(template -> template)
            .orElse(ChatSupport.none(files.name()));
    // Last: it takes minutes for gigabytes, and says nothing of a model that cannot be used.
    String digest = digest();
    return new ModelCard(
        files.name(), digest, shape.parameters(), shape.context(), step, flops, sampling, chat);
  }

  /** {@link CheckpointDigest} of its files, the optional ones included. */
  private String digest() {
    CheckpointDigest digest = new CheckpointDigest();
    try {
      digest.add(files, List.of(CONFIG, TOKENIZER));
      digest.add(files, weights.all());
      digest.add(files, optional());
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.name() + ": " + e);
    }
    return digest.hex();
  }

  CheckpointFiles files() {
    return files;
  }

  /** Of the files that a checkpoint can have beside weights, configuration and tokenizer. */
  List<String> optional() {
    return OPTIONAL.stream().filter(files::has).toList();
  }
}
