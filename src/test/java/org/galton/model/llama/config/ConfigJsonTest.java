package org.galton.model.llama.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.galton.model.llama.weights.Family;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigJsonTest {
  private static final String SIZES =
      "\"vocab_size\": 1000, \"hidden_size\": 64, \"num_hidden_layers\": 4,"
          + " \"num_attention_heads\": 8, \"intermediate_size\": 96,"
          + " \"max_position_embeddings\": 2048";

  static List<Family> members() {
    return Family.all();
  }

  /** As exporters write it, who give every type the same keys. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"rope_type\": \"default\", \"factor\": 1.0, \"original_max_position_embeddings\": 2048",
        "\"rope_type\": \"default\", \"attention_factor\": 1, \"beta_fast\": 32, \"beta_slow\": 1",
        "\"rope_type\": \"default\", \"mscale\": 1, \"truncate\": true, \"finetuned\": true",
      })
  void ropeKeysThatChangeNothingAreTaken(String keys) {
    assertThat(read("llama", ", \"rope_scaling\": {" + keys + "}").rope())
        .isEqualTo(read("llama", "").rope());
  }

  @ParameterizedTest
  @MethodSource("members")
  void everyMemberReadsBackAsWritten(Family member) throws IOException {
    byte[] json = ConfigJson.write(member.config(), 0);
    assertThat(new ConfigJson(json, "config.json").config()).isEqualTo(member.config());
  }

  @Test
  void whatIsUnsaidIsAsInTheModelsOwnClass() {
    LlamaConfig llama = read("llama", "");
    assertThat(llama.keyValueHeads()).isEqualTo(8);
    assertThat(llama.headWidth()).isEqualTo(8);
    assertThat(llama.normEpsilon()).isEqualTo(1e-6);
    assertThat(llama.ropeTheta()).isEqualTo(10_000);
    assertThat(llama.rope()).isEqualTo(new RopeScaling.None());
    assertThat(llama.tiedHead()).isFalse();
    assertThat(llama.slidingWindows()).containsOnly(0);
    assertThat(read("qwen3", ", \"num_key_value_heads\": null").headWidth()).isEqualTo(128);
    assertThat(read("mistral", "").slidingWindows()).containsOnly(4096);
    assertThat(read("mistral", ", \"sliding_window\": null").slidingWindows()).containsOnly(0);
    assertThatThrownBy(() -> read("qwen2", ""))
        .hasMessage(
            "Cannot use config.json: Invalid num_key_value_heads 32: expected a divisor of"
                + " num_attention_heads 8");
  }

  @Test
  void onlyQwen2HasBiasesAndOnlyQwen3HeadNorms() {
    String heads = ", \"num_key_value_heads\": 2";
    assertThat(read("qwen2", heads).hasQueryKeyValueBias()).isTrue();
    assertThat(read("qwen3", heads).hasQueryKeyValueBias()).isFalse();
    assertThat(read("qwen3", heads).hasQueryKeyNorm()).isTrue();
    assertThat(read("llama", heads).hasQueryKeyNorm()).isFalse();
    LlamaConfig qwen = read("qwen2", heads);
    long attention = 64 * 64 * 2 + 2 * 64 * 16 + (64 + 2 * 16);
    assertThat(qwen.parameters())
        .isEqualTo(4 * (attention + 3 * 64 * 96 + 2 * 64) + 64 + 2 * 1000 * 64);
  }

  @Test
  void qwenSlidesOnlyWhenToldTo() {
    String window = ", \"num_key_value_heads\": 2, \"sliding_window\": 512";
    assertThat(read("qwen2", window).slidingWindows()).containsOnly(0);
    String used = window + ", \"use_sliding_window\": true";
    assertThat(read("qwen2", used).slidingWindows()).containsOnly(0);
    assertThat(read("qwen2", used + ", \"max_window_layers\": 1").slidingWindows())
        .containsExactly(0, 512, 512, 512);
    assertThat(
            read(
                    "qwen3",
                    used
                        + ", \"layer_types\": [\"sliding_attention\", \"full_attention\","
                        + " \"full_attention\", \"sliding_attention\"]")
                .slidingWindows())
        .containsExactly(512, 0, 0, 512);
  }

  @Test
  void scalingIsReadFromOldAndNewKeys() {
    assertThat(read("llama", ", \"rope_scaling\": {\"type\": \"linear\", \"factor\": 2}").rope())
        .isEqualTo(new RopeScaling.Linear(2));
    LlamaConfig recent =
        read(
            "llama",
            ", \"rope_parameters\": {\"rope_type\": \"llama3\", \"rope_theta\": 500000.0,"
                + " \"factor\": 8.0, \"low_freq_factor\": 1.0, \"high_freq_factor\": 4.0,"
                + " \"original_max_position_embeddings\": 512}");
    assertThat(recent.rope()).isEqualTo(new RopeScaling.Llama3(8, 1, 4, 512));
    assertThat(recent.ropeTheta()).isEqualTo(500_000);
    assertThat(
            read(
                    "llama",
                    ", \"rope_scaling\": {\"type\": \"yarn\", \"factor\": 4,"
                        + " \"original_max_position_embeddings\": 512}")
                .rope())
        .isEqualTo(new RopeScaling.Yarn(4, 512, 0.1 * Math.log(4) + 1, 32, 1, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "hidden_act": "gelu" | hidden_act 'gelu' is not supported, expected silu
          "attention_bias": true | attention_bias 'true' is not supported, expected none
          "mlp_bias": true | mlp_bias 'true' is not supported, expected none
          "num_local_experts": 8 | num_local_experts '8' is not supported, expected none
          "quantization_config": {"bits": 4} | quantization_config '{"bits":4}' is not supported, expected none
          "partial_rotary_factor": 0.5 | partial_rotary_factor '0.5' is not supported, expected 1
          "architectures": ["LlamaForSequenceClassification"] | architectures '["LlamaForSequenceClassification"]' is not supported, expected LlamaForCausalLM
          "layer_types": ["sliding_attention"] | layer_types entry 'sliding_attention' is not supported, expected full_attention, for there is no sliding window
          "rope_scaling": {"type": "longrope", "factor": 2} | rope_scaling type 'longrope' is not supported, expected default, linear, dynamic, llama3 or yarn
          "rope_scaling": {"factor": 2} | rope_type is missing, expected the kind of rope_scaling
          "rope_scaling": {"type": "linear"} | factor is missing, expected a number from 1
          "rope_scaling": {"type": "linear", "factor": 0.5} | factor is 0.5, expected a number from 1
          "rope_scaling": {"type": "linear", "factor": 2, "beta_fast": 8} | key 'beta_fast' of rope_scaling is not supported with type linear, expected factor
          "rope_scaling": {"type": "dynamic", "factor": 2, "original_max_position_embeddings": 64} | original_max_position_embeddings '64' is not supported, expected max_position_embeddings 2048 with rope type dynamic
          "rope_scaling": {"type": "llama3", "factor": 2, "low_freq_factor": 4, "high_freq_factor": 1, "original_max_position_embeddings": 64} | Invalid high_freq_factor 1.0: expected more than low_freq_factor 4.0
          "rope_scaling": {"type": "yarn", "factor": 2, "beta_fast": 1, "beta_slow": 2} | Invalid beta_fast 1.0: expected at least beta_slow 2.0
          "rope_theta": 0 | rope_theta is 0.0, expected more than 1
          "head_dim": 7 | Invalid head_dim 7: expected an even number
          "num_key_value_heads": 3 | Invalid num_key_value_heads 3: expected a divisor of num_attention_heads 8
          "hidden_size": 63 | hidden_size is 63, expected a multiple of num_attention_heads 8
          "vocab_size": -1 | vocab_size is -1, expected a whole number from 1 to 10,000,000
          "vocab_size": 10000001 | vocab_size is 10000001, expected a whole number from 1 to 10,000,000
          "num_hidden_layers": 1001 | num_hidden_layers is 1001, expected a whole number from 1 to 1,000
          "num_hidden_layers": 4.5 | num_hidden_layers is 4.5, expected a whole number from 1 to 1,000
          "num_hidden_layers": "4" | num_hidden_layers is 4, expected a whole number from 1 to 1,000
          "num_hidden_layers": 1e999 | num_hidden_layers is "Infinity", expected a whole number from 1 to 1,000
          "hidden_size": 1000001 | hidden_size is 1000001, expected a whole number from 1 to 1,000,000
          "intermediate_size": 4294967297 | intermediate_size is 4294967297, expected a whole number from 1 to 1,000,000
          "num_attention_heads": 10001 | num_attention_heads is 10001, expected a whole number from 1 to 10,000
          "head_dim": 10002 | head_dim is 10002, expected a whole number from 1 to 10,000
          "max_position_embeddings": 100000001 | max_position_embeddings is 100000001, expected a whole number from 1 to 100,000,000
          "rms_norm_eps": "small" | rms_norm_eps is small, expected a number
          "rms_norm_eps": 0 | rms_norm_eps is 0, expected a positive number
          "rms_norm_eps": 1e999 | rms_norm_eps is "Infinity", expected a number
          "rope_theta": 1e999 | rope_theta is "Infinity", expected a number
          "rope_scaling": {"type": "linear", "factor": 1e999} | factor is "Infinity", expected a number
          "rope_scaling": {"type": "linear", "factor": 1e9} | Invalid factor of the rotary scaling: a sequence of 2,147,483,647 tokens, expected at most 100,000,000
          "rope_scaling": {"type": "yarn", "factor": 1e4, "mscale": 1e308, "mscale_all_dim": -1e308} | attention_factor is missing, expected a positive number
          """)
  void whatIsNotSupportedIsRefusedByName(String line, String problem) {
    assertThatThrownBy(() -> read("llama", ", " + line))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Cannot use config.json: " + problem);
  }

  @Test
  void aKeyThatComesTwiceIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> read("llama", ", \"rope_theta\": 500000, \"rope_theta\": 10000"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot read config.json: it is not JSON at line 1, column ")
        .hasMessageContaining("(Duplicate field 'rope_theta')");
  }

  @Test
  void bracketsWithoutEndAreRefused() {
    assertThatThrownBy(() -> read("llama", ", \"x\": " + "[".repeat(100_000)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("nesting depth (65) exceeds the maximum allowed (64)");
  }

  @Test
  void anUnknownModelTypeIsRefusedByName() {
    assertThatThrownBy(() -> read("qwen2_moe", ""))
        .hasMessage(
            "Cannot use config.json: model_type 'qwen2_moe' is not supported, expected one of"
                + " llama, mistral, qwen2, qwen3");
  }

  private static LlamaConfig read(String type, String more) {
    String json = "{\"model_type\": \"" + type + "\", " + sizesBut(more) + more + "}";
    return new ConfigJson(json.getBytes(StandardCharsets.UTF_8), "config.json").config();
  }

  /** The sizes that these lines do not give: no key may come twice. */
  private static String sizesBut(String more) {
    return Arrays.stream(SIZES.split(", "))
        .filter(size -> !more.startsWith(", " + size.substring(0, size.indexOf(':') + 1)))
        .collect(Collectors.joining(", "));
  }
}
