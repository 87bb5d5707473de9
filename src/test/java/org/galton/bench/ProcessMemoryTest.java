package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessMemoryTest {
  @TempDir private Path proc;

  private void status(int peak, int resident) throws IOException {
    Files.createDirectories(proc.resolve("self"));
    Files.writeString(
        proc.resolve("self/status"),
        "Name:\tjava\nVmHWM:\t  %d kB\nVmRSS:\t  %d kB\n".formatted(peak, resident));
  }

  @Test
  void growthIsThePeakLessWhatWasResidentBefore() throws IOException {
    status(100, 100);
    ProcessMemory.Growth growth = new ProcessMemory(proc).growth();
    status(350, 120);

    assertThat(growth.peak()).hasValue(250 * 1024);
    assertThat(proc.resolve("self/clear_refs")).hasContent("5");
  }

  @Test
  void growthIsAbsentWhereTheSystemDoesNotTell() {
    assertThat(new ProcessMemory(proc).growth().peak()).isEmpty();
  }

  @Test
  void whatIsAvailableIsFree() throws IOException {
    status(100, 100);
    Files.writeString(proc.resolve("meminfo"), "MemTotal: 9000 kB\nMemAvailable:    64 kB\n");

    assertThat(new ProcessMemory(proc).free()).isEqualTo(64 * 1024);
  }
}
