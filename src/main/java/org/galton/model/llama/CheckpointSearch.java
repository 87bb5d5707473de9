package org.galton.model.llama;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.spec.InvalidInput;

/**
 * Finds checkpoints by a path with a {@code *}, as Hadoop reads it ({@code ?}, {@code [ab]} and
 * {@code {a,b}} beside it), or all that the jar ships of a model by {@code builtin:NAME@*}. A path
 * without a scheme is one of this machine. Hidden folders are passed over.
 *
 * @param sources complete checkpoints, by training step, those without one last, then by name
 * @param unusable folders that fit and hold none that can be used, with the reason: a half-copied
 *     one is no error, for the next search may find it whole
 */
public record CheckpointSearch(List<String> sources, Map<String, String> unusable) {
  private static final String ALL_STEPS = "@*";

  private record Candidate(String source, long step) {}

  /** Whether a model's name stands for checkpoints to be found. */
  public static boolean isPattern(String entry) {
    return entry.contains("*");
  }

  /**
   * @throws InvalidInput when no complete checkpoint is found
   */
  public static CheckpointSearch find(String pattern, Configuration hadoop) {
    if (pattern.startsWith(Builtin.PREFIX)) {
      return new CheckpointSearch(builtin(pattern), Map.of());
    }
    return complete(
        "checkpoints",
        pattern,
        "config.json, tokenizer.json and model.safetensors (or its shards)",
        folders(pattern, hadoop),
        source -> {
          Checkpoint checkpoint = Checkpoint.open(source, hadoop);
          checkpoint.check();
          return checkpoint.step();
        });
  }

  /**
   * Adapters of a base, by a pattern of their folders.
   *
   * @throws InvalidInput when none is found that the base can have
   */
  public static CheckpointSearch adapters(String pattern, LlamaConfig base, Configuration hadoop) {
    return complete(
        "adapters",
        pattern,
        "adapter_config.json and adapter_model.safetensors",
        folders(pattern, hadoop),
        source -> AdapterFolder.open(source, base, hadoop).step());
  }

  private static CheckpointSearch complete(
      String what,
      String pattern,
      String files,
      List<String> folders,
      Function<String, OptionalLong> step) {
    List<Candidate> complete = new ArrayList<>();
    Map<String, String> unusable = new LinkedHashMap<>();
    for (String source : folders) {
      try {
        complete.add(new Candidate(source, step.apply(source).orElse(Long.MAX_VALUE)));
      } catch (InvalidInput e) {
        unusable.put(source, e.getMessage().lines().findFirst().orElse(""));
      }
    }
    if (complete.isEmpty()) {
      throw nothing(what + " " + pattern, files, unusable);
    }
    complete.sort(
        Comparator.comparingLong(Candidate::step)
            .thenComparingInt(found -> found.source().length())
            .thenComparing(Candidate::source));
    return new CheckpointSearch(complete.stream().map(Candidate::source).toList(), unusable);
  }

  private static List<String> builtin(String pattern) {
    String model = pattern.substring(Builtin.PREFIX.length()).replace(ALL_STEPS, "");
    if (!pattern.endsWith(ALL_STEPS) || isPattern(model)) {
      throw new InvalidInput(
          "Cannot find %s: of a built-in model expected a name without *, or all its checkpoints with %sNAME%s"
              .formatted(pattern, Builtin.PREFIX, ALL_STEPS));
    }
    return Builtin.steps(model).stream().map(step -> Builtin.PREFIX + model + "@" + step).toList();
  }

  private static List<String> folders(String pattern, Configuration hadoop) {
    try {
      var path = new org.apache.hadoop.fs.Path(pattern);
      boolean here = !StoredFolder.isOne(pattern);
      FileSystem files = here ? FileSystem.getLocal(hadoop).getRaw() : path.getFileSystem(hadoop);
      FileStatus[] found = files.globStatus(path);
      return Arrays.stream(found == null ? new FileStatus[0] : found)
          .filter(FileStatus::isDirectory)
          .map(FileStatus::getPath)
          .filter(folder -> !folder.getName().startsWith(".") && !folder.getName().startsWith("_"))
          .map(folder -> here ? local(pattern, folder) : folder.toString())
          .toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInput("Cannot find checkpoints " + pattern + ": " + e.getMessage(), e);
    }
  }

  /** As the pattern is written: relative where it is. */
  private static String local(String pattern, org.apache.hadoop.fs.Path folder) {
    Path found = Path.of(folder.toUri().getPath());
    return Path.of(pattern).isAbsolute()
        ? found.toString()
        : Path.of("").toAbsolutePath().relativize(found).toString();
  }

  private static InvalidInput nothing(String wanted, String files, Map<String, String> unusable) {
    return new InvalidInput(
        unusable.isEmpty()
            ? "Cannot find %s: no folder fits; expected folders with %s".formatted(wanted, files)
            : "Cannot find %s: none of the %d folders that fit is complete; %s"
                .formatted(wanted, unusable.size(), unusable.values().iterator().next()));
  }
}
