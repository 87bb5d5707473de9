package org.galton.task;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.HomeFolder;
import org.galton.spec.InvalidInput;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** The keys of a {@code jsonl} task: its file, its template, its judge and the judge's options. */
final class JsonlKeys {
  /** The file's prompts as they are. */
  private static final String PLAIN = "{question}";

  private static final List<String> JUDGES = List.of("exact", "numeric", "regex");
  private static final ValueType<String> PATTERN = ValueType.text().checked(RegexJudge::new);
  private static final ValueType<BigDecimal> TOLERANCE =
      new ValueType<>(
          "a decimal number such as 0.01", BigDecimal.ZERO, List.of(), JsonlKeys::decimal);

  private JsonlKeys() {}

  /** Null where something is wrong. */
  static JsonlTask read(Section section, String name, TextFiles files) {
    String path = section.value("path", HomeFolder.path());
    String template = section.value("template", TaskReader.TEMPLATE, PLAIN);
    Judge judge = judge(section);
    return section.build(() -> open(section, name, path, judge, new Template(template), files));
  }

  static void write(JsonlTask task, Map<String, Object> keys) {
    keys.put("path", task.source());
    keys.put("template", task.template().text());
    if (task.judge() instanceof ExactJudge exact) {
      keys.put("judge", "exact");
      keys.put("ignore_case", exact.letterCase() == ExactJudge.LetterCase.IGNORED);
    } else if (task.judge() instanceof NumericJudge numeric) {
      keys.put("judge", "numeric");
      keys.put("marker", numeric.marker());
      keys.put("tolerance", numeric.tolerance().toPlainString());
    } else if (task.judge() instanceof RegexJudge regex) {
      keys.put("judge", "regex");
      keys.put("pattern", regex.pattern());
    }
  }

  private static JsonlTask open(
      Section section, String name, String path, Judge judge, Template template, TextFiles files) {
    try (Reader lines = files.open(path)) {
      return JsonlTask.read(name, path, lines, judge, template);
    } catch (FileNotFoundException | NoSuchFileException e) {
      section.problem("path", "'path' is '" + path + "': expected a file that exists");
    } catch (IOException e) {
      section.problem("path", "'path' is '" + path + "', which cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(e.getMessage(), e);
    }
    return null;
  }

  private static Judge judge(Section section) {
    return switch (section.value("judge", ValueType.word(JUDGES))) {
      case "exact" -> {
        boolean ignoreCase = section.value("ignore_case", ValueType.flag(), false);
        yield new ExactJudge(
            ignoreCase ? ExactJudge.LetterCase.IGNORED : ExactJudge.LetterCase.DISTINGUISHED);
      }
      case "numeric" -> {
        String marker = section.value("marker", ValueType.anyText(), "");
        yield new NumericJudge(marker, section.value("tolerance", TOLERANCE, BigDecimal.ZERO));
      }
      case "regex" -> {
        String pattern = section.value("pattern", PATTERN);
        yield section.build(() -> new RegexJudge(pattern));
      }
      default -> {
        section.leaveRest();
        yield null;
      }
    };
  }

  /** No exponent: it would let a few letters stand for a number of any length. */
  private static Optional<BigDecimal> decimal(String text) {
    return Optional.of(text)
        .filter(t -> t.matches("[0-9]{1,20}(\\.[0-9]{1,20})?"))
        .map(BigDecimal::new);
  }
}
