package org.galton.job.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.galton.spec.InvalidInput;
import org.galton.spec.text.GivenJson;
import org.galton.spec.text.GivenText;

/**
 * Looks at files of text before Spark reads them: Spark takes bytes that are not UTF-8 for one
 * replacement character, and passes over what follows the first JSON object of a line.
 *
 * @param names the columns that are looked for
 */
record TextCheck(InputFormat format, List<String> names) implements Serializable {
  private static final JsonFactory JSON =
      GivenJson.factory(
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .rebuild()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * @throws InvalidInput naming file and line
   */
  void check(String file, Configuration configuration) {
    Path path = new Path(file);
    String shown = InputFiles.shown(path);
    try {
      try (InputStream bytes = open(path, configuration)) {
        if (format == InputFormat.JSONL) {
          objects(GivenText.lines(bytes, shown), shown);
        } else {
          GivenText.check(bytes, shown);
        }
      }
    } catch (IOException e) {
      throw new InvalidInput(
          "Cannot read %s: %s; expected a whole file; write or copy it again"
              .formatted(shown, e.getMessage() == null ? e.toString() : e.getMessage()),
          e);
    }
  }

  private void objects(BufferedReader lines, String file) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      Optional<String> problem = problem(line);
      if (problem.isPresent()) {
        throw new InvalidInput(
            "Cannot read %s line %d: %s; expected one JSON object a line"
                .formatted(file, number, problem.get()));
      }
    }
  }

  /** What is wrong with a line that holds more than one object, or names that are taken amiss. */
  private Optional<String> problem(String line) {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      List<String> keys = new ArrayList<>();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_OBJECT;
          token = parser.nextToken()) {
        if (token == null) {
          return Optional.empty();
        }
        keys.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      return parser.nextToken() == null ? misnamed(keys) : Optional.of(GivenJson.FOLLOWED);
    } catch (IOException e) {
      String message = e.getMessage() == null ? "" : e.getMessage();
      return message.startsWith("Duplicate field")
          ? Optional.of(message.lines().findFirst().orElse("a key stands twice"))
          : after(line);
    }
  }

  private Optional<String> misnamed(List<String> keys) {
    for (String key : keys) {
      Optional<String> near = ColumnNames.near(key, names).filter(name -> !keys.contains(name));
      if (near.isPresent()) {
        return Optional.of("key '%s' is not '%s'".formatted(key, near.get()));
      }
    }
    return Optional.empty();
  }

  /** What does not parse Spark names itself, unless it follows an object. */
  private static Optional<String> after(String line) {
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT
          ? Optional.of(GivenJson.FOLLOWED)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Unpacked, where its ending names a codec. */
  static InputStream open(Path path, Configuration configuration) throws IOException {
    InputStream bytes = path.getFileSystem(configuration).open(path);
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    return new BufferedInputStream(codec == null ? bytes : codec.createInputStream(bytes), 1 << 16);
  }
}
