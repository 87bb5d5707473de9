package org.galton.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The types that a processor multiplies by instructions of its own. By others it computes the same,
 * more slowly than in float32.
 *
 * @param flags the names that Linux gives to its abilities, such as {@code avx512_bf16}
 */
public record Processor(Set<String> flags) {
  private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

  public Processor {
    flags = Set.copyOf(flags);
  }

  /** That of this machine; one without abilities where the system does not tell. */
  public static Processor ofThisMachine() {
    try {
      return described(Files.readAllLines(DESCRIPTION));
    } catch (IOException e) {
      return new Processor(Set.of());
    }
  }

  /** The first one of a {@code /proc/cpuinfo}: all cores of a machine have the same abilities. */
  static Processor described(List<String> lines) {
    return lines.stream()
        .filter(line -> line.matches("flags\\s*:.*"))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip().split("\\s+"))
        .map(flags -> new Processor(Set.of(flags)))
        .orElse(new Processor(Set.of()));
  }

  public boolean multiplies(ComputeType type) {
    return switch (type) {
      case FLOAT32 -> true;
      case BFLOAT16 -> flags.contains("avx512_bf16") || flags.contains("amx_bf16");
      case FLOAT16 -> flags.contains("avx512_fp16") || flags.contains("amx_fp16");
      case INT8 -> Stream.of("avx512_vnni", "avx_vnni", "amx_int8").anyMatch(flags::contains);
    };
  }

  /**
   * The type in which checkpoints are drawn from where none is named: their own where all of them
   * are stored in one type and this processor multiplies it, else float32.
   *
   * @param stored types of the weights as stored
   */
  public ComputeType suited(Collection<ComputeType> stored) {
    List<ComputeType> different = stored.stream().distinct().toList();
    return different.size() == 1 && multiplies(different.get(0))
        ? different.get(0)
        : ComputeType.FLOAT32;
  }
}
