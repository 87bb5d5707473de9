package org.galton.samplelog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members of gigabytes end with their message in a small process. */
@Tag("slow")
final class ArchiveMemoryTest {
  private static final long UNPACKED = 2L << 30;
  private static final int BLOCK = 1 << 26;

  @TempDir private Path folder;

  /** What the archive says of a member's size. */
  private enum Declared {
    TRUTH,
    LIE
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "samples/a.json; LIE; {\"id\": \"; x; too large (String value length",
        "samples/a.json; LIE; {\"output\": [; [],; too large (it takes more than 64 MiB in memory)",
        "samples/a.json; LIE; {\"output\": [; {},; too large (it takes more than 64 MiB in memory)",
        "samples/a.json; LIE; {\"output\": [; \"é\",; too large (it takes more than 64 MiB in memory)",
        "samples/a.json; LIE; {\"events\": [; {},; its content is damaged (longer than the",
        "samples/a.json; TRUTH; {\"events\": [; {},; longer than ",
        "samples/a.json; LIE; {\"events\": \"; x; longer than 67,108,864 bytes unpacked",
        "header.json; LIE; {\"eval\": [; 1,; too large (it takes more than 64 MiB in memory)",
      })
  void twoGigabytesInASmallArchive(
      String name, Declared declared, String begin, String repeated, String message)
      throws IOException, InterruptedException {
    Path file = folder.resolve("x.eval");
    write(file, name, declared, begin, repeated);
    assertThat(Files.size(file)).isLessThan(1 << 20);

    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveMemoryTest.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

    assertThat(Files.readString(said))
        .contains("Cannot import " + file + " " + name + ": " + message);
    assertThat(process.exitValue()).isEqualTo(2);
  }

  /** The small process. */
  public static void main(String[] args) throws IOException {
    try {
      Archives.read(Path.of(args[0]));
    } catch (InvalidInput e) {
      System.out.println(e.getMessage());
      System.exit(2);
    }
  }

  /** Zstandard's frames follow one another: the same one is as long again each time. */
  private static void write(
      Path file, String name, Declared declared, String begin, String repeated) throws IOException {
    byte[] frame = Zstd.compress(repeated.repeat(BLOCK / repeated.length()).getBytes(UTF_8));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(Zstd.compress(begin.getBytes(UTF_8)));
    for (long unpacked = 0; unpacked < UNPACKED; unpacked += BLOCK) {
      packed.writeBytes(frame);
    }
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      if (!name.equals("header.json")) {
        Archives.put(zip, "header.json", Archives.HEADER);
      }
      long size = declared == Declared.LIE ? MemberStream.FREE_BYTES : UNPACKED;
      Archives.raw(zip, name, ZipMethod.ZSTD.getCode(), packed.toByteArray(), size, 0);
    }
  }
}
