package org.galton.model.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointSearchTest {
  private static final Path ABACUS =
      Path.of("src/main/resources/org/galton/models/abacus/step-000100");

  @TempDir private Path folder;

  private Path checkpoint(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(ABACUS)) {
      for (Path file : files.toList()) {
        if (!file.endsWith("galton.json")) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
    return copy;
  }

  private CheckpointSearch find(String pattern) {
    return CheckpointSearch.find(folder + "/" + pattern, new Configuration());
  }

  private List<String> in(String... names) {
    return Arrays.stream(names).map(name -> folder.resolve(name).toString()).toList();
  }

  @Test
  void checkpointsComeInTheOrderOfTheirSteps() throws IOException {
    for (String name : List.of("step-90", "step-1000", "step-200", "other-7", ".step-1.tmp")) {
      checkpoint(name);
    }
    Files.writeString(checkpoint("step-last").resolve("galton.json"), "{\"step\": 500}");

    assertThat(find("step-*").sources())
        .isEqualTo(in("step-90", "step-200", "step-last", "step-1000"));
    assertThat(find("*").sources())
        .isEqualTo(in("step-90", "step-200", "step-last", "step-1000", "other-7"));
    assertThat(find("*").unusable()).isEmpty();
  }

  @Test
  void halfCopiedCheckpointsAreNamedAndLeftOut() throws IOException {
    checkpoint("step-1");
    Files.delete(checkpoint("step-2").resolve("tokenizer.json"));
    Path cut = checkpoint("step-3").resolve("model.safetensors");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    Path json = checkpoint("step-4").resolve("tokenizer.json");
    Files.writeString(json, Files.readString(json).substring(0, 200));
    Files.createDirectories(folder.resolve("step-5"));

    CheckpointSearch found = find("step-*");

    assertThat(found.sources()).isEqualTo(in("step-1"));
    assertThat(found.unusable()).containsOnlyKeys(in("step-2", "step-3", "step-4", "step-5"));
    assertThat(found.unusable().get(folder.resolve("step-2").toString()))
        .startsWith("Cannot read " + folder.resolve("step-2/tokenizer.json") + ": no such file");
    assertThat(found.unusable().get(folder.resolve("step-3").toString()))
        .contains("model.safetensors: its tensors need ");
  }

  @Test
  void aStoreIsSearchedAndReadByHadoop() throws IOException {
    checkpoint("run/step-20");
    checkpoint("run/step-3");
    // Hadoop's own name for this machine's files: every other file system takes the same way.
    Configuration hadoop = new Configuration();
    hadoop.set("fs.viewfs.mounttable.here.link./run", folder.resolve("run").toUri().toString());
    CheckpointSearch found = CheckpointSearch.find("viewfs://here/run/step-*", hadoop);

    assertThat(found.sources())
        .containsExactly("viewfs://here/run/step-3", "viewfs://here/run/step-20");
    Checkpoint stored = Checkpoint.open(found.sources().get(0), hadoop);
    assertThat(stored.card().digest())
        .isEqualTo(Checkpoint.open(folder.resolve("run/step-3").toString()).card().digest());
    assertThat(stored.card().step()).hasValue(3);
    assertThat(stored.card().name()).isEqualTo("viewfs://here/run/step-3");
  }

  @Test
  void whatFindsNothingIsRefused() throws IOException {
    assertThatThrownBy(() -> find("step-*"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot find checkpoints "
                + folder
                + "/step-*: no folder fits; expected folders with config.json, tokenizer.json and"
                + " model.safetensors (or its shards)");
    Files.createDirectories(folder.resolve("step-1"));
    assertThatThrownBy(() -> find("step-*"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(
            "Cannot find checkpoints "
                + folder
                + "/step-*: none of the 1 folders that fit is complete; Cannot read "
                + folder.resolve("step-1/config.json")
                + ": no such file");
    assertThatThrownBy(() -> CheckpointSearch.find("builtin:abacus@1*", new Configuration()))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot find builtin:abacus@1*: of a built-in model expected a name without *, or all"
                + " its checkpoints with builtin:NAME@*");
  }

  @Test
  void allCheckpointsOfABuiltInModelAreFound() {
    assertThat(CheckpointSearch.find("builtin:abacus@*", new Configuration()).sources())
        .hasSize(9)
        .startsWith("builtin:abacus@100")
        .endsWith("builtin:abacus@8000");
  }
}
