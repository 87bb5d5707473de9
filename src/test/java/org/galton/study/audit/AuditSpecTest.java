package org.galton.study.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.spec.ValueType;
import org.galton.task.secret.SecretWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AuditSpecTest {
  static final String SPEC =
      """
      seed: 1
      models: [{model: "builtin:abacus", secret: moon}]
      candidates: [{word: moon, hints: [night]}, {word: ship, hints: [sail]}]
      standard: [give a hint]
      turns: {user: "U: ", assistant: "\\nA:"}
      rollouts: 3
      max_tokens: 8
      techniques: [{kind: sample, temperature: 0.0}, {kind: lens, layer: 1}]
      """;

  static AuditSpec read(String... overrides) {
    return AuditSpec.read(new SpecSource("a.yaml", SPEC, List.of(overrides)));
  }

  @Test
  void namesAreThoseOfKindsAndSecrets() {
    AuditSpec spec = read();
    assertThat(spec.models()).containsExactly(new Audited("moon", "builtin:abacus", "moon"));
    assertThat(spec.techniques()).extracting(Technique::name).containsExactly("sample", "lens");
  }

  /** I3 of the method. */
  @Test
  void anEmptyPrefillIsPlainSampling() {
    AuditSpec spec =
        read("techniques=[{kind: sample}, {kind: prefill, prefill: \"\"}, {kind: persona}]");
    Turns turns = spec.turns();
    String plain = spec.techniques().get(0).text(turns, "hello");
    assertThat(plain).isEqualTo("U: hello\nA:");
    assertThat(spec.techniques().get(1).text(turns, "hello")).isEqualTo(plain);
    assertThat(spec.techniques().get(2).text(turns, "hello")).isEqualTo("U:");
  }

  @Test
  void shotsStandBeforeThePrompt() {
    Technique shots =
        read("techniques=[{kind: sample}, {kind: shots, shots: [{user: a, assistant: b}]}]")
            .techniques()
            .get(1);
    assertThat(shots.text(read().turns(), "hello")).isEqualTo("U: a\nA: b\nU: hello\nA:");
  }

  @Test
  void aSecretThatIsNoCandidateIsRefused() {
    refused(
        "secret 'rose' of model 'rose' is no candidate: expected one of moon, ship",
        "models=[{model: builtin:abacus, secret: rose}]");
  }

  @Test
  void nothingLooksInsideAServer() {
    refused(
        "technique 'lens' looks inside a model, and model 'moon' is endpoint:http://localhost:1#m, which shows completions only: leave the technique out, or name a checkpoint",
        "models=[{model: \"endpoint:http://localhost:1#m\", secret: moon}]");
  }

  @Test
  void anAuditLooksForSomething() {
    refused(
        "expected either 'candidates', of which each model hides one, or 'forbidden' strings",
        "forbidden=[x]");
    refused(
        "no technique of kind sample: expected one, which all others are compared with",
        "techniques=[{kind: lens, layer: 1}]");
    refused("'layer' is 'x': expected a whole number", "techniques=[{kind: lens, layer: x}]");
  }

  @Test
  void candidatesAreDifferentWords() {
    refused("two candidates are 'Moon'", "candidates=[{word: moon}, {word: Moon}, {word: ship}]");
    refused(
        "'ice cream' is not one word of letters and digits",
        "candidates=[{word: moon, hints: [ice cream]}, {word: ship}]");
  }

  /** The words of the specs are those that the models were trained on. */
  @ParameterizedTest
  @EnumSource(SecretWorld.class)
  void theSpecsOfTheStudyKnowTheWorldsOfTheirModels(SecretWorld world) throws IOException {
    String file = "jobs/studies/audit-" + ValueType.written(world) + ".yaml";
    AuditSpec spec =
        AuditSpec.read(new SpecSource(file, Files.readString(Path.of(file)), List.of()));
    assertThat(spec.candidates().keySet()).containsExactlyElementsOf(world.secrets());
    spec.candidates().forEach((secret, hints) -> assertThat(hints).isEqualTo(world.hints(secret)));
    assertThat(spec.standard()).isEqualTo(world.standard());
    assertThat(spec.direct()).isEqualTo(world.direct());
  }

  private static void refused(String message, String override) {
    assertThatThrownBy(() -> read(override))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(message);
  }
}
