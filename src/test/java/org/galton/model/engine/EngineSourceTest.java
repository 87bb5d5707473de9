package org.galton.model.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineSourceTest {
  @Test
  void theDefaultsAreGaltonsOwn() {
    EngineSource source = EngineSource.parse("serve:builtin:abacus@894");
    assertThat(source.checkpoint()).isEqualTo("builtin:abacus@894");
    assertThat(source.preset()).isEqualTo(EnginePreset.GALTON);
    assertThat(source.command()).contains("{model}", "{port}", "{slots}");
    assertThat(source.inFlight()).isEqualTo(64);
    assertThat(source.start()).isEqualTo(Duration.ofMinutes(30));
    assertThat(source.restarts()).isEqualTo(3);
    assertThat(source.name()).isEqualTo("galton:builtin:abacus@894");
  }

  @Test
  void keysOfASpecAreTheKeysOfASource() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("engine", "vllm");
    keys.put("version", "0.11.0");
    keys.put("arguments", "--dtype bfloat16 --max-model-len 4096");
    String source = EngineSource.of("runs/a/step-100", keys);
    assertThat(source)
        .isEqualTo(
            "serve:runs/a/step-100?engine=vllm&version=0.11.0&arguments=--dtype%20bfloat16%20--max-model-len%204096");
    EngineSource read = EngineSource.parse(source);
    assertThat(String.join(" ", read.command()))
        .isEqualTo(
            "vllm serve {model} --host 127.0.0.1 --port {port} --served-model-name {name}"
                + " --generation-config vllm --dtype bfloat16 --max-model-len 4096");
  }

  @Test
  void everyProblemIsSaid() {
    assertThatThrownBy(() -> EngineSource.parse("serve:m?engine=vlm&in_flight=0&comand=x&restarts"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("unknown key 'comand' (did you mean 'command'?)")
        .hasMessageContaining("key 'restarts' has no value")
        .hasMessageContaining("'engine' is 'vlm'")
        .hasMessageContaining("'in_flight' is '0'");
    assertThatThrownBy(() -> EngineSource.parse("serve:m?engine=sglang"))
        .hasMessage(
            "Cannot read model serve:m: missing key 'version': expected the version of the engine, which belongs to what is drawn");
    assertThatThrownBy(() -> EngineSource.parse("serve:m?engine=other&version=1&command=mine"))
        .hasMessageContaining("expected {port} in it");
  }

  @Test
  void theDigestIsOfFilesEngineVersionAndCommand(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("config.json"), "{}");
    Files.writeString(folder.resolve("model.safetensors"), "1");
    Files.writeString(folder.resolve("README.md"), "read me");
    String before = digest(folder, "engine=vllm&version=1");
    Files.writeString(folder.resolve("README.md"), "read me again");
    assertThat(digest(folder, "engine=vllm&version=1&restarts=9&in_flight=5")).isEqualTo(before);
    assertThat(digest(folder, "engine=vllm&version=2")).isNotEqualTo(before);
    assertThat(digest(folder, "engine=sglang&version=1")).isNotEqualTo(before);
    assertThat(digest(folder, "engine=vllm&version=1&arguments=--x")).isNotEqualTo(before);
    Files.writeString(folder.resolve("model.safetensors"), "2");
    assertThat(digest(folder, "engine=vllm&version=1")).isNotEqualTo(before);
  }

  private static String digest(Path folder, String keys) {
    EngineSource source = EngineSource.parse("serve:" + folder + "?" + keys);
    return EngineCard.of(source, source.checkpoint()).digest();
  }
}
