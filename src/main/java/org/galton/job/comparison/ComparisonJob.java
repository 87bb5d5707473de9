package org.galton.job.comparison;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.run.RunTables;
import org.galton.spec.InvalidInput;
import org.galton.table.PromptRow;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;

/** Compares finished runs from the counts in their tables. */
public final class ComparisonJob {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Configuration configuration;

  public ComparisonJob(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * @throws InvalidInput when a run, a model or a generation is not there, or nothing can be paired
   */
  public ComparisonResult run(ComparisonRequest request) {
    RunTables baseline = request.baseline().open(configuration);
    Optional<RunTables> candidate = request.candidate().map(run -> run.open(configuration));
    Pairing pairing = pair(request, baseline, candidate);
    if (pairing.pairs().isEmpty()) {
      throw new InvalidInput(nothingPaired(request, pairing));
    }
    List<CellComparison> compared =
        CellComparison.of(pairing.pairs(), request.flips(), request.adjustment());
    return new ComparisonResult(newId(), withTexts(compared, baseline), pairing.unpaired());
  }

  /** Later comparisons sort later. */
  static String newId() {
    return "comparison-"
        + TIME.format(Instant.now())
        + "-"
        + UUID.randomUUID().toString().substring(0, 8);
  }

  /**
   * Writes the table {@code comparisons} below a folder, then the row in {@code runs}, and returns
   * where the table is. A sweep may hold the folder meanwhile: no other run has this id.
   */
  public String write(ComparisonResult result, RunRow run, String folder) {
    OutputFolder output = new OutputFolder(folder, configuration);
    TableFile file = output.ofComparison(result.comparisonId());
    file.publish(
        Table.COMPARISONS, ComparisonRows.of(result.comparisonId(), result.cells()), () -> {});
    output.ofRun(Table.RUNS, run.runId()).publish(Table.RUNS, List.of(run), () -> {});
    return file.path().toString();
  }

  private static Pairing pair(
      ComparisonRequest request, RunTables baseline, Optional<RunTables> candidate) {
    List<ComparedCell> first = ComparedCell.of(request.baseline().folder(), baseline);
    if (candidate.isEmpty()) {
      List<ComparedCell> chosen =
          choose(
              choose(first, request.models(), ComparedCell::model, "model"),
              request.generations(),
              ComparedCell::generation,
              "generation");
      return Pairing.within(chosen, request.generations());
    }
    List<ComparedCell> second =
        ComparedCell.of(request.candidate().orElseThrow().folder(), candidate.get());
    return Pairing.across(side(first, request, 0), side(second, request, 1));
  }

  private static List<ComparedCell> side(
      List<ComparedCell> cells, ComparisonRequest request, int side) {
    return choose(
        choose(cells, one(request.models(), side), ComparedCell::model, "model"),
        one(request.generations(), side),
        ComparedCell::generation,
        "generation");
  }

  /** One name is meant for both runs, two are meant for one each. */
  private static List<String> one(List<String> names, int side) {
    return names.isEmpty() ? names : List.of(names.get(Math.min(side, names.size() - 1)));
  }

  /** The cells with one of these names, in the order of the names; all where there are none. */
  private static List<ComparedCell> choose(
      List<ComparedCell> cells,
      List<String> names,
      Function<ComparedCell, String> property,
      String kind) {
    if (names.isEmpty()) {
      return cells;
    }
    for (String name : names) {
      if (cells.stream().map(property).noneMatch(name::equals)) {
        throw new InvalidInput(
            "Cannot compare %s '%s': %s has none of that name; expected one of %s"
                .formatted(
                    kind,
                    name,
                    cells.get(0).run(),
                    cells.stream().map(property).distinct().toList()));
      }
    }
    return names.stream()
        .distinct()
        .flatMap(name -> cells.stream().filter(cell -> property.apply(cell).equals(name)))
        .toList();
  }

  private static String nothingPaired(ComparisonRequest request, Pairing pairing) {
    String cells =
        pairing.unpaired().stream()
            .map(cell -> cell.model() + " on " + cell.task() + " (" + cell.sampling() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return request
        .candidate()
        .map(
            other ->
                "Cannot compare %s with %s: no cell of one has one counterpart of its task in the"
                        .formatted(request.baseline(), other)
                    + " other; found "
                    + cells
                    + "; choose with --model A --model B")
        .orElseGet(
            () ->
                "Cannot compare the cells of %s: expected two of one task that differ in model or in"
                        .formatted(request.baseline())
                    + " sampling, found "
                    + cells
                    + "; name a second run to compare with");
  }

  private static List<CellComparison> withTexts(List<CellComparison> cells, RunTables baseline) {
    Map<String, Set<String>> wanted = new HashMap<>();
    cells.forEach(
        cell ->
            cell.flips()
                .forEach(
                    flip ->
                        wanted
                            .computeIfAbsent(cell.pair().task(), task -> new TreeSet<>())
                            .add(flip.promptId())));
    Map<List<String>, String> texts =
        wanted.isEmpty()
            ? Map.of()
            : baseline.prompts().stream()
                .filter(row -> wanted.getOrDefault(row.task(), Set.of()).contains(row.promptId()))
                .collect(
                    Collectors.toMap(
                        row -> List.of(row.task(), row.promptId()),
                        PromptRow::text,
                        (text, same) -> text));
    return cells.stream()
        .map(
            cell ->
                new CellComparison(
                    cell.pair(),
                    cell.metrics(),
                    cell.flips().stream()
                        .map(
                            flip ->
                                flip.withText(
                                    texts.getOrDefault(
                                        List.of(cell.pair().task(), flip.promptId()), "")))
                        .toList()))
        .toList();
  }
}
