package org.galton.reinforce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.galton.console.ChildJvm;
import org.galton.reinforce.spec.ReinforceSpec;

/**
 * Trainings as processes of their own, with the classes of this one.
 *
 * @param folder of specs and logs, and where they run
 * @param options further ones of the Java machine
 * @param environment added to this process's
 */
record TrainingProcess(Path folder, List<String> options, Map<String, String> environment) {

  /**
   * @param name of the spec's and of the log's file; a log is appended to
   */
  Process start(String name, ReinforceSpec spec) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), spec.toYaml());
    List<String> command = ChildJvm.command("1g");
    command.addAll(options);
    command.addAll(List.of("org.galton.cli.Galton", "reinforce", file.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  Path log(String name) {
    return folder.resolve(name + ".log");
  }
}
