package org.galton.cli.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.HomePath;
import org.galton.console.SpecFile;
import org.galton.console.TakesSpec;
import org.galton.console.TaskFiles;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that takes a sweep's spec has in common. */
final class SweepOptions implements TakesSpec {
  @Parameters(
      paramLabel = "SPEC",
      converter = HomePath.class,
      description = "A sweep spec in YAML; jobs/ holds some to start from.")
  private String file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the spec, as in rollouts=256 or tasks.0.prompts=8.")
  private List<String> overrides = List.of();

  @Override
  public Set<SpecKey> keys(SpecSource source) {
    return SweepSpec.keys(source);
  }

  /**
   * @throws InvalidInput listing everything that is wrong with the spec
   */
  SweepSpec read(Configuration hadoop) {
    return SweepSpec.read(source(), new TaskFiles(hadoop));
  }

  /** Where a folder was given in place of a spec. */
  Optional<String> folder() {
    return Files.isDirectory(Path.of(file)) ? Optional.of(file) : Optional.empty();
  }

  SpecSource source() {
    return SpecFile.read(file, overrides);
  }
}
