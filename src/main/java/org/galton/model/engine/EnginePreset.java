package org.galton.model.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The engines whose commands are known, and {@code other}. */
public enum EnginePreset {
  /** Galton's own decoder. Its command is made where it is started. */
  GALTON(
      "--model {model} --port {port} --name {name} --slots {slots} --device {device} --compute"
          + " {compute} --drain 2"),
  VLLM(
      "vllm serve {model} --host 127.0.0.1 --port {port} --served-model-name {name}"
          + " --generation-config vllm"),
  SGLANG(
      "python3 -m sglang.launch_server --model-path {model} --host 127.0.0.1 --port {port}"
          + " --served-model-name {name} --sampling-defaults openai"),
  LLAMA_CPP("llama-server --model {model} --host 127.0.0.1 --port {port} --alias {name}"),
  /** The spec says the command. */
  OTHER("");

  private final String template;

  EnginePreset(String template) {
    this.template = template;
  }

  /** As a spec says it. */
  String word() {
    return this == LLAMA_CPP ? "llama.cpp" : name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(EnginePreset::word).toList();
  }

  static EnginePreset of(String word) {
    return Arrays.stream(values())
        .filter(preset -> preset.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** With places for the port and the like. */
  String template() {
    return template;
  }
}
