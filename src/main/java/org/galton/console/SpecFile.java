package org.galton.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;

/** A spec on this machine's disk. */
public final class SpecFile {
  private SpecFile() {}

  /**
   * @throws InvalidInput when the file cannot be read as text
   */
  public static SpecSource read(String file, List<String> overrides) {
    try {
      return new SpecSource(file, text(Path.of(file)), overrides);
    } catch (NoSuchFileException e) {
      throw new InvalidInput(missing(file, System.getenv("GALTON_HOME")));
    } catch (CharacterCodingException e) {
      throw new InvalidInput("Cannot read " + file + ": it is not text in UTF-8");
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + file + ": " + e.getMessage());
    }
  }

  /**
   * @param home the folder of the script {@code galton}, which holds {@code jobs}; null where
   *     Galton was started without it
   */
  static String missing(String file, String home) {
    Path beside = Path.of(home == null ? "" : home);
    Path meant = beside.resolve(file);
    String advice =
        home != null && Files.isRegularFile(meant)
            ? "did you mean " + meant + "?"
            : "specs to start from are in "
                + (home == null ? "jobs" : beside.resolve("jobs"))
                + "/";
    return "Cannot read %s: no such file in %s; %s"
        .formatted(file, Path.of("").toAbsolutePath(), advice);
  }

  /** Reads no more than tells that it is too long. */
  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(SpecSource.MOST_BYTES + 1);
      if (bytes.length > SpecSource.MOST_BYTES) {
        throw SpecSource.tooLong(file.toString());
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }
}
