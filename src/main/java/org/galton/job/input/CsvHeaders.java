package org.galton.job.input;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.galton.spec.InvalidInput;

/** Tells CSV files apart by their first line, so that those of other columns are read apart. */
final class CsvHeaders {
  private static final int MOST_COLUMNS = 20_480;

  private final Configuration configuration;

  CsvHeaders(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The files of each header.
   *
   * @throws InvalidInput when a file cannot be read
   */
  Collection<List<String>> groups(List<String> paths) {
    Map<String, List<String>> byHeader = new TreeMap<>();
    for (String path : paths) {
      byHeader.computeIfAbsent(header(new Path(path)), header -> new ArrayList<>()).add(path);
    }
    return byHeader.values();
  }

  private String header(Path path) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(TextCheck.open(path, configuration), StandardCharsets.UTF_8))) {
      String first = lines.readLine();
      String header = first == null ? "" : first;
      ColumnNames.twice(cells(header))
          .ifPresent(
              name -> {
                throw new InvalidInput(
                    "Cannot read %s: column '%s' stands twice in the header; expected each name once; rename or remove one"
                        .formatted(InputFiles.shown(path), name));
              });
      return header;
    } catch (IOException e) {
      throw new InvalidInput(
          "Cannot read %s: %s".formatted(InputFiles.shown(path), e.getMessage()), e);
    }
  }

  private static List<String> cells(String header) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxColumns(MOST_COLUMNS);
    String[] cells = new CsvParser(settings).parseLine(header);
    return cells == null ? List.of() : Arrays.stream(cells).filter(Objects::nonNull).toList();
  }
}
