package org.galton.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.galton.benchmark.recipe.Missing;
import org.galton.benchmark.recipe.Recipe;
import org.galton.benchmark.recipe.Rule;
import org.galton.benchmark.rows.PublishedFile;
import org.galton.benchmark.rows.PublishedRow;
import org.galton.spec.InvalidInput;
import org.galton.task.HiddenTexts;
import org.galton.task.Judge;
import org.galton.task.Prompt;
import org.galton.task.TextFiles;

/** Reads a benchmark's files, and lists every row that does not do. */
final class BenchmarkReader {
  /** Of texts and references together: they are held, and travel with the task. */
  private static final long MOST_CHARACTERS = 512L << 20;

  private static final int LONGEST_REFERENCE = 200;

  private final String task;
  private final Recipe recipe;
  private final BenchmarkOptions options;
  private final TextFiles files;
  private final ItemReader items;
  private final Rule only;
  private final Period period;
  private final WorkedExamples examples;
  private final Map<String, Prompt> prompts = new LinkedHashMap<>();
  private final Map<String, Integer> copies = new LinkedHashMap<>();
  private final RowProblems problems = new RowProblems();
  private long characters;
  private int fileRows;

  BenchmarkReader(String task, Recipe recipe, BenchmarkOptions options, TextFiles files) {
    this.task = task;
    this.recipe = recipe;
    this.options = options;
    this.files = files;
    this.items = new ItemReader(options.rules(), options.seed());
    this.only = Rule.of("only", options.rules().only(), options.rules().names());
    this.period = new Period(options);
    this.examples = new WorkedExamples(options.prompt(), options.rules(), options.seed());
  }

  /**
   * @throws IOException when a file is not there or cannot be read
   * @throws InvalidInput when a file is another, or rows of it are wrong
   */
  BenchmarkTask read() throws IOException {
    if (options.prompt().needsFile()) {
      rows(options.shotsFrom(), row -> examples.add(items.shown(row)));
      problems.throwIfAny(options.shotsFrom());
    }
    PromptMaker maker = new PromptMaker(task, options, examples);
    rows(
        options.path(),
        row -> {
          requireColumns(row);
          fileRows = row.number();
          Item item = items.asked(row);
          if (isAsked(item)) {
            add(item, maker.of(item));
            requireRoom();
          }
        });
    problems.throwIfAny(options.path());
    if (prompts.isEmpty()) {
      throw new InvalidInput(
          "Cannot read %s: it has no items%s, expected at least one"
              .formatted(options.path(), period.shown()));
    }
    return new BenchmarkTask(
        task, options, prompts.values().stream().map(this::counted).toList(), remarks());
  }

  private void rows(String path, Consumer<PublishedRow> sink) throws IOException {
    PublishedFile.read(
        path,
        files,
        row -> {
          try {
            sink.accept(row);
          } catch (IllegalArgumentException e) {
            problems.add(row.number(), e.getMessage());
          }
        });
  }

  private boolean isAsked(Item item) {
    return (only.isEmpty() || Boolean.TRUE.equals(only.value(item.values()))) && period.holds(item);
  }

  private void add(Item item, Prompt prompt) {
    characters += prompt.text().length() + prompt.reference().length();
    for (Judge judge : options.judges()) {
      if (!judge.accepts(prompt)) {
        problems.add(item.row(), refused(judge, prompt));
      }
    }
    copies.merge(prompt.id(), 1, Integer::sum);
    prompts.putIfAbsent(prompt.id(), prompt);
  }

  private void requireColumns(PublishedRow row) {
    if (row.number() == 1) {
      Missing.columns(recipe, options.rules(), row)
          .ifPresent(
              missing -> {
                throw new InvalidInput("Cannot read " + options.path() + ": " + missing);
              });
    }
  }

  private void requireRoom() {
    if (characters > MOST_CHARACTERS) {
      throw new InvalidInput(
          "Cannot read %s: its prompts and references have more than %d million characters; choose fewer rows%s"
              .formatted(
                  options.path(),
                  MOST_CHARACTERS >> 20,
                  period.isEmpty() ? "" : " by 'from' and 'to'"));
    }
  }

  /** How the file differs from those that are published. */
  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!recipe.splits().isEmpty()
        && recipe.splits().stream().noneMatch(split -> split.rows() == fileRows)) {
      remarks.add(
          "Task %s: %s has %,d rows; as published, %s"
              .formatted(
                  task,
                  options.path(),
                  fileRows,
                  recipe.splits().stream()
                      .map(split -> "%s has %,d".formatted(split.name(), split.rows()))
                      .collect(Collectors.joining(", "))));
    }
    int repeated = copies.values().stream().mapToInt(count -> count - 1).sum();
    if (repeated > 0) {
      remarks.add(
          "Task %s: %s repeats %,d items, which are asked once"
              .formatted(task, options.path(), repeated));
    }
    return remarks;
  }

  private String refused(Judge judge, Prompt prompt) {
    String reference = prompt.reference();
    String shown =
        HiddenTexts.areOf(prompt.attributes())
            ? ""
            : " '" + reference.substring(0, Math.min(LONGEST_REFERENCE, reference.length())) + "'";
    return "reference%s, expected %s".formatted(shown, judge.expectedReference());
  }

  /** An item that the file has several times is asked once, and says how often it is there. */
  private Prompt counted(Prompt prompt) {
    int count = copies.get(prompt.id());
    if (count == 1) {
      return prompt;
    }
    Map<String, String> attributes = new TreeMap<>(prompt.attributes());
    attributes.put("copies", Integer.toString(count));
    return new Prompt(
        prompt.id(),
        prompt.task(),
        prompt.cluster(),
        prompt.text(),
        prompt.reference(),
        attributes);
  }
}
