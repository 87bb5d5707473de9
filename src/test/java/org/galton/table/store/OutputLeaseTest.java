package org.galton.table.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputLeaseTest {
  private static final Clock NOW = Clock.systemUTC();
  private static final Clock LATER = Clock.offset(NOW, Duration.ofSeconds(61));

  @TempDir private Path folder;

  @Test
  void onlyOneRunAtATimeMayWrite() {
    try (OutputLease first = OutputLease.acquire(output(), "run-1", NOW)) {
      assertThatThrownBy(() -> OutputLease.acquire(output(), "run-2", NOW))
          .isInstanceOf(Unfinished.class)
          .hasMessageStartingWith(
              "Cannot write to %s: run-1 is writing to it (process %d on "
                  .formatted(folder, ProcessHandle.current().pid()))
          .hasMessageEndingWith("wait until it ends, or 60 s after it died");
      assertThatCode(() -> first.fence().check(output())).doesNotThrowAnyException();
    }
    OutputLease.acquire(output(), "run-2", NOW).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void ofManyRunsThatBeginAtOnceOneGetsIt() {
    List<OutputLease> leases =
        IntStream.range(0, 32)
            .parallel()
            .mapToObj(this::attempt)
            .flatMap(Optional::stream)
            .toList();

    assertThat(leases).hasSize(1);
    leases.get(0).close();
    assertThat(folder).isEmptyDirectory();
  }

  private Optional<OutputLease> attempt(int run) {
    try {
      return Optional.of(OutputLease.acquire(output(), "run-" + run, NOW));
    } catch (Unfinished e) {
      assertThat(e).hasMessageContaining("is writing to it");
      return Optional.empty();
    }
  }

  @Test
  void runThatDiedOnThisMachineIsFollowedAtOnce() throws IOException {
    OutputLease.Holder here = OutputLease.Holder.thisProcess("x");
    holder(new OutputLease.Holder("run-1", here.host(), 1, -5, here.boot(), here.processes()));

    OutputLease.acquire(output(), "run-2", NOW).close();
  }

  /** Two containers may have one host name, and a lease of an older version says no more. */
  @Test
  void aHostNameAloneProvesNoDeath() throws IOException {
    OutputLease.Holder here = OutputLease.Holder.thisProcess("x");
    for (OutputLease.Holder other :
        List.of(
            new OutputLease.Holder("run-1", here.host(), 1, -5, "another-boot", here.processes()),
            new OutputLease.Holder("run-1", here.host(), 1, -5, here.boot(), "pid:[1]"),
            new OutputLease.Holder("run-1", here.host(), 1, -5, "", ""))) {
      holder(other);
      assertThatThrownBy(() -> OutputLease.acquire(output(), "run-2", NOW))
          .isInstanceOf(Unfinished.class)
          .hasMessageContaining("run-1 is writing to it");
    }
    Files.writeString(folder.resolve("_lease"), "run-1 " + here.host() + " 1 -5");
    assertThatThrownBy(() -> OutputLease.acquire(output(), "run-2", NOW))
        .hasMessageContaining("run-1 is writing to it (process 1 on ");
    OutputLease.acquire(output(), "run-2", LATER).close();
  }

  @Test
  void aLeaseThatAFullDiskCutIsKnownAsSuch() throws IOException {
    for (String content : List.of("", "run-1 host", "run-1 host x y", "\u0000\u0000")) {
      Files.writeString(folder.resolve("_lease"), content);
      assertThat(OutputLease.isReadable(output())).isFalse();
      assertThatThrownBy(() -> OutputLease.acquire(output(), "run-2", NOW))
          .isInstanceOf(Unfinished.class)
          .hasMessageMatching(
              "(?s)Cannot write to .*: its file _lease names no run, as a full disk leaves it; run"
                  + " the same command again in \\d+ s, or delete that file if no run writes"
                  + " there");
    }
    OutputLease.acquire(output(), "run-2", LATER).close();
    assertThat(OutputLease.isReadable(output())).isTrue();
  }

  @Test
  void runOnAnotherMachineIsFollowedWhenItHasBeenSilent() throws IOException {
    holder(new OutputLease.Holder("run-1", "elsewhere", 4711, 0, "boot", "pid:[2]"));

    assertThatThrownBy(() -> OutputLease.acquire(output(), "run-2", NOW))
        .isInstanceOf(Unfinished.class)
        .hasMessageContaining("run-1 is writing to it (process 4711 on elsewhere, last seen ");
    OutputLease.acquire(output(), "run-2", LATER).close();
  }

  @Test
  @SuppressWarnings("try") // The one that was followed is closed first.
  void runThatWasFollowedMayNotPublish() {
    try (OutputLease first = OutputLease.acquire(output(), "run-1", NOW);
        OutputLease second = OutputLease.acquire(output(), "run-2", LATER)) {
      assertThatThrownBy(() -> first.fence().check(output()))
          .isInstanceOf(Unfinished.class)
          .hasMessage(
              "Cannot publish to %s: run-2 holds it now, and this is run-1; let that one finish"
                  .formatted(folder));
      first.close();
      assertThatCode(() -> second.fence().check(output())).doesNotThrowAnyException();
    }
  }

  private void holder(OutputLease.Holder holder) throws IOException {
    Files.write(folder.resolve("_lease"), holder.content());
  }

  private OutputFolder output() {
    return new OutputFolder(folder.toString(), new Configuration());
  }
}
