package org.galton.benchmark.rows;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.galton.spec.InvalidInput;
import org.galton.spec.text.GivenText;

/** CSV with a header: cells are texts as they are written, with line breaks where quoted. */
final class CsvRows {
  private static final int MOST_COLUMNS = 20_480;

  private CsvRows() {}

  static void read(Reader text, PublishedFile file) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setMaxCharsPerColumn(GivenText.MOST_LINE_BYTES);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
    CsvParser parser = new CsvParser(settings);
    try {
      parser.beginParsing(text);
      String[] header = parser.parseNext();
      if (header == null) {
        throw new InvalidInput("Cannot read " + file.path() + ": it is empty, expected a header");
      }
      Set<String> names = new HashSet<>();
      for (String name : header) {
        if (!names.add(name)) {
          throw new InvalidInput(
              "Cannot read %s: column '%s' stands twice in the header, expected each name once"
                  .formatted(file.path(), name));
        }
      }
      for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
        if (cells.length != header.length) {
          throw file.broken(
              cells.length + " cells",
              header.length + " as in the header " + Arrays.asList(header));
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
          columns.put(header[i], cells[i]);
        }
        file.add(columns);
      }
    } catch (TextParsingException e) {
      throw file.broken(
          "not CSV at line " + (e.getLineIndex() + 1),
          "quotes inside a quoted cell written twice, and cells of at most 64 MiB");
    } finally {
      parser.stopParsing();
    }
  }
}
