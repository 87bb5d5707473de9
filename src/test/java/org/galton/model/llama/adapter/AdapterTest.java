package org.galton.model.llama.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.AdaptedModel;
import org.galton.model.ModelCard;
import org.galton.model.llama.AdapterFolder;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.weights.LowRankTarget;
import org.galton.model.llama.weights.Safetensors;
import org.galton.model.llama.weights.Tensor;
import org.galton.model.source.Checkpoints;
import org.galton.model.source.FoundModels;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdapterTest {
  private static final String BASE = "builtin:abacus@1547";
  private static final String CONFIG =
      """
      {"peft_type": "LORA", "r": 4, "lora_alpha": 8, "target_modules": ["q_proj", "v_proj"],
       "base_model_name_or_path": "some/base"}
      """;

  private final Checkpoint base = Checkpoint.open(BASE);
  @TempDir private Path folder;

  private Adapter open() {
    return AdapterFolder.open(folder.toString(), base.config(), new Configuration(false));
  }

  private void write(String config, UnaryOperator<Tensor> change) throws IOException {
    RandomAdapter random =
        RandomAdapter.of(base.config(), module -> module.matches(".*\\.[qv]_proj") ? 4 : 0, 3);
    new RandomAdapter(random.tensors().stream().map(change).filter(one -> one != null).toList())
        .write(folder, config);
  }

  /** The configuration with one more entry, or another value of one. */
  private static String with(String key, String value) {
    String others = CONFIG.replaceAll("\"" + key + "\": (\\[[^]]*\\]|[^,}]*),?", "");
    return others.replace("{", "{\"" + key + "\": " + value + ", ").replaceAll(",\\s*}", "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          peft_type | "LOHA" | peft_type is LOHA, expected LORA: adapters of other methods cannot
          peft_type | "IA3" | peft_type is IA3, expected LORA
          use_dora | true | use_dora is true, expected false: DoRA changes the length of weights
          bias | "lora_only" | bias is lora_only, expected none
          modules_to_save | ["lm_head"] | modules_to_save is ["lm_head"], expected none
          task_type | "SEQ_CLS" | task_type is SEQ_CLS, expected CAUSAL_LM
          init_lora_weights | "pissa" | init_lora_weights is pissa, expected one of true, false, gaussian
          use_qalora | true | use_qalora is true, expected none
          lora_bias | true | lora_bias is true, expected none
          trainable_token_indices | [1] | trainable_token_indices is [1], expected none
          of_tomorrow | 7 | of_tomorrow is 7, expected none
          r | 0 | r is 0, expected a whole number from 1 to 65,536
          lora_alpha | "8" | lora_alpha is 8, expected a number
          rank_pattern | {"q_proj": 1.5} | rank_pattern is {"q_proj":1.5}, expected modules, each with a whole number
          rank_pattern | {"q_proj": 2} | q_proj.lora_A.weight has shape [4, 128], expected [2, 128]
          target_modules | ["query_key_value"] | which has no 'query_key_value': its blocks have q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj, down_proj
          target_modules | ["q_proj", "lm_head"] | factors of lm_head cannot be used
          target_modules | ".*(?=q_proj).*" | target_modules is .*(?=q_proj).*, expected a regular expression without look-ahead
          target_modules | "x" | expected a projection of the base: none of its 28 is meant
          target_modules | [] | expected a list of modules such as q_proj, a regular expression, or all-linear
          target_modules | ["q_proj", "v_proj", "o_proj"] | tensor base_model.model.model.layers.0.self_attn.o_proj.lora_A.weight is missing; the adapter was made for some/base
          target_modules | ["q_proj"] | v_proj.lora_A.weight is of a module that the base has not, or that target_modules does not mean
          layers_to_transform | [0, 1, 2] | layers.3.self_attn.q_proj.lora_A.weight is of a module that the base has not, or
          """)
  void anAdapterThatCannotBeFollowedIsRefused(String key, String value, String problem)
      throws IOException {
    write(with(key, value), tensor -> tensor);

    assertThatThrownBy(this::open)
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot use ")
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q_proj.lora_magnitude_vector | is of DoRA, which cannot be used
          q_proj.lora_B.bias | is a bias, expected none
          q_proj.lora_A.default.weight | has the name of an adapter in it
          lm_head.weight | is no factor; whole modules beside the factors cannot be used
          """)
  void tensorsThatAreLeftOverAreNamed(String name, String problem) throws IOException {
    write(
        CONFIG,
        tensor ->
            tensor.name().endsWith("layers.0.self_attn.v_proj.lora_B.weight")
                ? new Tensor("base_model.model." + name, tensor.shape(), tensor.values())
                : tensor);

    assertThatThrownBy(this::open)
        .hasMessageStartingWith(
            "Cannot use adapter %s: tensor base_model.model.%s %s"
                .formatted(folder, name, problem));
  }

  @Test
  void whatIsNoSafeAdapterIsToldHowToBecomeOne() throws IOException {
    assertThatThrownBy(this::open)
        .hasMessage(
            "Cannot read %s/adapter_config.json: no such file; an adapter needs adapter_config.json and adapter_model.safetensors, as PEFT's save_pretrained writes them"
                .formatted(folder));
    Files.writeString(folder.resolve("adapter_config.json"), CONFIG);
    Files.writeString(folder.resolve("adapter_model.bin"), "pickled");
    assertThatThrownBy(this::open)
        .hasMessageStartingWith(
            "Cannot read %s/adapter_model.safetensors: no such file; adapter_model.bin beside it is a pickle, which is not opened, as it can run code: convert it to safetensors"
                .formatted(folder));
    assertThatThrownBy(() -> Checkpoint.open(folder.toString()))
        .hasMessageEndingWith(
            "the folder holds an adapter: name its base as well, BASE+adapter:" + folder);
    Files.write(folder.resolve("adapter_model.safetensors"), new byte[] {1, 2, 3});
    assertThatThrownBy(this::open).hasMessageContaining("it ends too early");
  }

  @Test
  void aNumberThatIsNotFiniteIsNamedWhenTheFactorsAreRead() throws IOException {
    write(
        CONFIG,
        tensor -> {
          if (tensor.name().endsWith("layers.2.self_attn.v_proj.lora_B.weight")) {
            tensor.values()[17] = Float.NaN;
          }
          return tensor;
        });

    assertThatThrownBy(
            () ->
                new Checkpoints()
                    .load(new AdaptedModel(BASE, folder.toString()).name(), new Decoding(1, "cpu")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("layers.2.self_attn.v_proj.lora_B.weight holds NaN");
  }

  @Test
  void targetsRanksAndScalesAreThoseThatPeftWouldTake() throws IOException {
    String config =
        """
        {"peft_type": "LORA", "r": 4, "lora_alpha": 8, "use_rslora": true,
         "target_modules": ["self_attn.q_proj", "v_proj", "model.layers.0.mlp.up_proj"],
         "exclude_modules": ["model.layers.3.self_attn.q_proj"],
         "layers_to_transform": [1, 3], "layers_pattern": "layers",
         "rank_pattern": {"q_proj": 2, "layers.1.self_attn.q_proj": 3},
         "alpha_pattern": {"^model.layers.1.self_attn.v_proj": 5}}
        """;
    List<String> wanted =
        List.of(
            "model.layers.0.mlp.up_proj",
            "model.layers.1.self_attn.q_proj",
            "model.layers.1.self_attn.v_proj",
            "model.layers.3.self_attn.v_proj");
    RandomAdapter.of(
            base.config(),
            module -> !wanted.contains(module) ? 0 : module.endsWith("q_proj") ? 2 : 4,
            1)
        .write(folder, config);

    List<String> found = new ArrayList<>();
    for (LowRankTarget target : open().targets()) {
      found.add(
          "%d %s %d %.4f"
              .formatted(target.layer(), target.projection(), target.rank(), target.scale()));
    }
    assertThat(found)
        .containsExactly(
            "0 up_proj 4 4.0000", "1 q_proj 2 5.6569", "1 v_proj 4 2.5000", "3 v_proj 4 4.0000");
  }

  @Test
  void theCardIsOfBothAndTheDigestOfAllThatShapesTheModel() throws IOException {
    write(CONFIG, tensor -> tensor);
    Files.writeString(folder.resolve("galton.json"), "{\"step\": 12, \"flops\": 3e9}");
    Checkpoints models = new Checkpoints();
    String name = new AdaptedModel(BASE, folder.toString()).name();
    ModelCard card = models.card(name);

    ModelCard plain = base.card();
    assertThat(card.name()).isEqualTo(name);
    assertThat(card.parameters() - plain.parameters()).isEqualTo(4 * 4 * (128 + 128 + 128 + 64));
    assertThat(card.step()).hasValue(12);
    assertThat(card.trainingFlops()).hasValue(3e9);
    assertThat(card.contextLength()).isEqualTo(plain.contextLength());
    assertThat(models.card(name).digest()).isEqualTo(card.digest()).isNotEqualTo(plain.digest());
    assertThat(models.card(name.replace("1547", "894")).digest()).isNotEqualTo(card.digest());
    Path weights = folder.resolve("adapter_model.safetensors");
    List<Tensor> tensors = Safetensors.read(weights);
    tensors.get(5).values()[0] += 1e-3f;
    Safetensors.writeFloat32(tensors, weights);
    assertThat(models.card(name).digest()).isNotEqualTo(card.digest());
  }

  @Test
  void adaptersOfATrainingAreFoundByAPattern() throws IOException {
    Path training = folder.resolve("run");
    for (int step : List.of(20, 100, 3)) {
      write(CONFIG, tensor -> tensor);
      Path own = Files.createDirectories(training.resolve("step-" + step + "/adapter"));
      for (String file : List.of("adapter_config.json", "adapter_model.safetensors")) {
        Files.move(folder.resolve(file), own.resolve(file));
      }
    }
    Files.delete(training.resolve("step-20/adapter/adapter_model.safetensors"));
    FoundModels found = new Checkpoints().find(BASE + "+adapter:" + training + "/step-*/adapter");

    assertThat(found.sources())
        .containsExactly(
            BASE + "+adapter:" + training + "/step-3/adapter",
            BASE + "+adapter:" + training + "/step-100/adapter");
    assertThat(found.skipped())
        .singleElement()
        .matches(skipped -> skipped.source().endsWith("/step-20/adapter"))
        .matches(skipped -> skipped.reason().contains("no such file"));
    String family = ModelCard.family(found.sources().get(0));
    assertThat(family)
        .isEqualTo(ModelCard.family(found.sources().get(1)))
        .isEqualTo(BASE + "+adapter:" + training + "/step-")
        .isNotEqualTo(ModelCard.family(BASE));
    assertThatThrownBy(() -> new Checkpoints().find(BASE + "+adapter:" + folder + "/none-*"))
        .hasMessageEndingWith(
            "none-*: no folder fits; expected folders with adapter_config.json and"
                + " adapter_model.safetensors");
    assertThatThrownBy(() -> Checkpoint.open(found.sources().get(0)))
        .hasMessageContaining("it is a checkpoint with an adapter, expected a checkpoint alone");
  }

  @Test
  void whatIsWrittenSaysAllThatIsRead() throws IOException {
    RandomAdapter random =
        RandomAdapter.of(base.config(), module -> module.endsWith("o_proj") ? 2 : 0, 3);
    List<ModuleFactors> factors = new ArrayList<>();
    for (int i = 0; i < random.tensors().size(); i += 2) {
      factors.add(new ModuleFactors(random.tensors().get(i), random.tensors().get(i + 1)));
    }
    Path written = folder.resolve("written");
    AdapterWriter.write(
        written,
        new AdapterForm(BASE, 2, 2.5, List.of("o_proj")),
        factors,
        "{}".getBytes(StandardCharsets.UTF_8));

    Adapter read = AdapterFolder.open(written.toString(), base.config(), new Configuration(false));
    assertThat(read.targets()).hasSize(4).allMatch(target -> target.scale() == 1.25);
    assertThat(read.parameters()).isEqualTo(4 * 2 * (128 + 128));
  }
}
