package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of {@code examples/extension} after {@code --jars}, with an executor of its own. */
final class ExtensionIT {
  @TempDir private Path folder;

  @Test
  void aJarAfterJarsBringsItsKindsToDriverAndExecutors() throws Exception {
    Path jar = ExampleExtension.build(folder);
    Path example = Path.of("examples/extension").toAbsolutePath();
    List<String> sweep =
        List.of(
            "sweep",
            example.resolve("sweep.yaml").toString(),
            "--set",
            "output=runs",
            "--set",
            "tasks.1.path=" + example.resolve("words.jsonl"));
    List<String> beside = List.of("--master", "local-cluster[1,1,1024]", "--jars", jar.toString());
    try (InstalledGalton galton = new InstalledGalton(folder)) {
      assertThat(galton.run(sweep.toArray(String[]::new))).isEqualTo(2);
      assertThat(galton.err()).contains("'name' is 'reverse', which is no kind of task");

      String[] withJar = Stream.concat(beside.stream(), sweep.stream()).toArray(String[]::new);
      int code = galton.run(withJar);
      assertThat(code).as(galton.err()).isZero();
      assertThat(galton.out())
          .containsPattern("echo:forward +reverse +0[.]000")
          .containsPattern("echo:backward +reverse +1[.]000")
          .containsPattern("echo:forward +words +0[.]333")
          .containsPattern("echo:backward +words +1[.]000");
    }
  }
}
