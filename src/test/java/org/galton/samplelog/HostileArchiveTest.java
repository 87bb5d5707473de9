package org.galton.samplelog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.github.luben.zstd.Zstd;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives that lie about themselves are refused, and none is unpacked beyond its bounds. */
final class HostileArchiveTest {
  private static final int ZSTD = ZipMethod.ZSTD.getCode();
  private static final int STORED = ZipMethod.STORED.getCode();
  private static final int FREE = (int) MemberStream.FREE_BYTES;

  @TempDir private Path folder;

  private interface Filling {
    void fill(ZipArchiveOutputStream zip) throws IOException;
  }

  @Test
  void sizesBehindTheContentAndZip64AreReadAsEverywhere() throws IOException {
    Path file = folder.resolve("streamed.eval");
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setUseZip64(Zip64Mode.Always);
      Archives.put(zip, "samples/a_epoch_1.json", Archives.sample("a"));
      Archives.put(zip, "header.json", Archives.HEADER);
    }
    assertThat(Archives.read(file)).containsExactly(file + " samples/a_epoch_1.json");
  }

  @Test
  void namesAreOnlyNamesAndOfTheSameOneTheLastCounts() throws IOException {
    Path file =
        archive(
            zip -> {
              Archives.put(zip, "samples/a.json", "{\"broken\": ");
              Archives.put(zip, "samples/../../../tmp/b.json", Archives.sample("b"));
              Archives.put(zip, "/etc/samples/c.json", "no sample");
              Archives.put(zip, "samples/a.json", Archives.sample("a"));
            });
    assertThat(Archives.read(file))
        .containsExactly(file + " samples/a.json", file + " samples/../../../tmp/b.json");
  }

  @ParameterizedTest
  @CsvSource({"8", "93"})
  void fewBytesThatStandForVeryManyAreRefused(int method) throws IOException {
    byte[] content = ("{\"id\": \"a\"" + " ".repeat(FREE)).getBytes(UTF_8);
    Path honest =
        archive(
            zip -> {
              if (method == ZSTD) {
                byte[] packed = Zstd.compress(content);
                Archives.raw(zip, "samples/a.json", ZSTD, packed, content.length, 0);
              } else {
                Archives.put(zip, "samples/a.json", content);
              }
            });
    assertRefused(
        () -> Archives.read(honest),
        "Cannot import " + honest + " samples/a.json: longer than 67,108,864 bytes unpacked (",
        " packed), expected at most 1,073,741,824 bytes, and beyond 67,108,864 at most 1,000 times"
            + " those packed; leave the sample out, or log it without its transcript");
  }

  @Test
  void aDeclaredSizeAboveTheBoundIsRefusedUnread() throws IOException {
    Path file =
        archive(zip -> Archives.raw(zip, "samples/a.json", STORED, new byte[9], 3L << 30, 0));
    assertRefused(
        () -> Archives.read(file),
        "Cannot import "
            + file
            + " samples/a.json: longer than 67,108,864 bytes unpacked (9 packed)",
        "");
  }

  @Test
  void contentIsWhatTheArchiveDeclares() throws IOException {
    byte[] content = Archives.sample("a").getBytes(UTF_8);
    long checksum = Archives.checksum(content);
    byte[] packed = Zstd.compress(content);
    assertDamaged(packed, content.length - 1, checksum, "longer than the " + (content.length - 1));
    assertDamaged(packed, content.length + 1, checksum, content.length + " of ");
    assertDamaged(packed, content.length, checksum + 1, "its checksum is another");
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 9);
    assertDamaged(cut, content.length, checksum, "");
  }

  private void assertDamaged(byte[] packed, long size, long checksum, String reason)
      throws IOException {
    Path file = archive(zip -> Archives.raw(zip, "samples/a.json", ZSTD, packed, size, checksum));
    assertRefused(
        () -> Archives.read(file),
        "Cannot import " + file + " samples/a.json: its content is damaged (" + reason,
        "), expected it as it was written; copy the file again");
  }

  @Test
  void membersThatShareBytesAreRefused() throws IOException {
    Path file = archive(zip -> Archives.put(zip, "samples/a.json", Archives.sample("a")));
    byte[] bytes = Files.readAllBytes(file);
    int header = find(bytes, "PK\1\2", find(bytes, "PK\1\2", 0) + 1);
    // The header's own place, where the first entry of the directory is the sample.
    for (int i = 0; i < 4; i++) {
      bytes[header + 42 + i] = 0;
    }
    Files.write(file, bytes);
    assertRefused(
        () -> Archives.read(file),
        "Cannot import " + file + ": no whole zip archive (entry ",
        " begins within another one), expected a .eval file of Inspect");
  }

  @Tag("whole")
  @Test
  void aListOfEntriesIsBoundedWhateverItsLengthIsSaidToBe() throws IOException {
    Path file = folder.resolve("many.eval");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      Archives.put(zip, "header.json", Archives.HEADER);
      String name = "samples/" + "x".repeat(60_000);
      for (int i = 0; i < 600; i++) {
        Archives.raw(zip, name + i, STORED, new byte[0], 0, 0);
      }
    }
    assertRefused(
        () -> Archives.read(file),
        "Cannot import " + file + ": the list of its entries is longer than 32 MiB, expected some",
        " 100,000 entries at most; write its samples as several logs");
  }

  @Test
  void otherMethodsOfPackingAreRefused() throws IOException {
    Path file = archive(zip -> Archives.raw(zip, "samples/a.json", 12, new byte[9], 9, 0));
    assertRefused(
        () -> Archives.read(file),
        "Cannot import " + file + " samples/a.json: compressed by method 12 of zip, expected 0, 8",
        "");
  }

  @Test
  void aMemberIsOneObjectInUtf8() throws IOException {
    Path two = archive(zip -> Archives.put(zip, "samples/a.json", Archives.sample("a") + "{}"));
    assertRefused(
        () -> Archives.read(two),
        "Cannot import "
            + two
            + " samples/a.json: not JSON (something follows the first object), expected a log",
        "");
    byte[] latin = Archives.sample("\u00e9").getBytes(ISO_8859_1);
    Path other = archive(zip -> Archives.put(zip, "samples/a.json", latin));
    assertRefused(
        () -> Archives.read(other),
        "Cannot read " + other + " samples/a.json line 1: its byte 9 is 0xE9, which is not UTF-8",
        "");
    Path marked =
        archive(zip -> Archives.put(zip, "samples/a.json", "\uFEFF" + Archives.sample("a")));
    assertThat(Archives.read(marked)).hasSize(1);
  }

  @Test
  void depthIsBoundedWhereNothingIsKept() throws IOException {
    Path file =
        archive(
            zip ->
                Archives.put(
                    zip, "samples/a.json", "{\"events\": " + "[".repeat(1000) + "]".repeat(1000)));
    assertRefused(
        () -> Archives.read(file),
        "Cannot import " + file + " samples/a.json: too large (Document nesting depth (501)",
        " expected at most 20,000,000 characters a text, 500 levels and 64 MiB in all; leave it out"
            + " of the log");
  }

  @Test
  void aFileSystemThatFailsIsNoFaultOfTheArchive() throws IOException {
    Path file = archive(zip -> Archives.put(zip, "samples/a.json", Archives.sample("a")));
    for (int reads = 0; reads < 20; reads++) {
      AtomicInteger left = new AtomicInteger(reads);
      LogSource failing =
          Archives.source(
              file,
              () -> {
                if (left.getAndDecrement() == 0) {
                  throw new IOException("disk gone");
                }
              });
      assertThatThrownBy(() -> Archives.read(failing))
          .as("after %d reads", reads)
          .isNotInstanceOf(InvalidInput.class)
          .hasStackTraceContaining("disk gone");
    }
  }

  @Tag("whole")
  @Test
  void whateverBytesChangeTheLogIsReadOrRefused() throws IOException {
    Path file =
        archive(
            zip -> {
              Archives.put(zip, "samples/a.json", Archives.sample("a"));
              byte[] content = Archives.sample("b").getBytes(UTF_8);
              Archives.raw(
                  zip,
                  "samples/b.json",
                  ZSTD,
                  Zstd.compress(content),
                  content.length,
                  Archives.checksum(content));
            });
    byte[] whole = Files.readAllBytes(file);
    List<List<Object>> written = contents(file);
    assertThat(written).hasSize(2);
    int refused = 0;
    int read = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      Random random = new Random(seed);
      byte[] changed = whole.clone();
      for (int i = 0; i <= seed % 3; i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, changed);
      try {
        // A sample under another name is none, but what is read was written so.
        assertThat(contents(file)).as("seed %d", seed).isSubsetOf(written).doesNotHaveDuplicates();
        read++;
      } catch (InvalidInput e) {
        refused++;
      } catch (Exception | Error e) {
        fail("seed " + seed, e);
      }
    }
    assertThat(refused).isGreaterThan(2_000);
    assertThat(read).isGreaterThan(400);
  }

  /** Of each rollout all but its place. */
  private static List<List<Object>> contents(Path file) throws IOException {
    return Archives.rollouts(Archives.source(file, () -> {})).stream()
        .map(
            rollout ->
                List.<Object>of(
                    rollout.cell(),
                    rollout.prompt(),
                    rollout.rolloutIndex(),
                    rollout.outcome(),
                    rollout.verdict()))
        .toList();
  }

  private Path archive(Filling filling) throws IOException {
    Path file = folder.resolve("x.eval");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      filling.fill(zip);
      Archives.put(zip, "header.json", Archives.HEADER);
    }
    return file;
  }

  private static int find(byte[] bytes, String text, int from) {
    return new String(bytes, ISO_8859_1).indexOf(text, from);
  }

  private static void assertRefused(ThrowingCallable reading, String begin, String end) {
    assertThatThrownBy(reading)
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(begin)
        .hasMessageContaining(end);
  }
}
