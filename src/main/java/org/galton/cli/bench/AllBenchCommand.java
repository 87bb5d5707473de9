package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.galton.bench.Ratio;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.TextTable;
import org.galton.spec.InvalidInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench all}: the ratios of every benchmark, beside those of a page. */
@Command(
    name = "all",
    description = {
      "Run every benchmark short, one after another in this process, and print their ratios, each"
          + " with what it is against. Some minutes on two cores.",
      "",
      "Where there is a page with a table of ratios, says which have become worse by more than a"
          + " tenth since it was written. A ratio is compared with one of the same options only."
          + " The page changes with --write alone: lines of benchmarks that were not run now stay.",
      "",
      "A benchmark that cannot run is named, the others go on, and the exit code is 1."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench all --only math,fit"})
final class AllBenchCommand implements Callable<Integer> {
  private static final String PAGE = "docs/performance.md";

  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only these benchmarks (default: all).")
  private List<String> only = List.of();

  @Option(
      names = "--page",
      paramLabel = "PATH",
      converter = HomePath.class,
      description = "The page (default: " + PAGE + " in the current folder, where there is one).")
  private String page;

  @Option(names = "--write", description = "Write the ratios into the page.")
  private boolean write;

  @Option(
      names = "--fail-if-slower",
      description = "End with exit code 1 if a ratio has become worse by more than a tenth.")
  private boolean failIfSlower;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A ratio that has become worse. */
  private record Fall(RatioLine now, RatioLine before) {
    String text() {
      return "%s: %s against %s is %s, was %s on %s"
          .formatted(
              now.command(),
              now.ratio().name(),
              now.ratio().against(),
              now.cells().get(3),
              before.cells().get(3),
              before.measured());
    }
  }

  /** What could not be measured. */
  private record Failure(String command, String reason) {}

  @Override
  public Integer call() throws InterruptedException {
    List<ShortBenchmark> wanted = wanted();
    Optional<RatioPage> known = page();
    List<RatioLine> lines = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (ShortBenchmark benchmark : wanted) {
      run(benchmark, lines, failures);
    }
    List<Fall> falls = known.map(before -> falls(lines, before.lines())).orElse(List.of());
    if (write) {
      // Read again: minutes have passed, and someone may have changed another part of it.
      known
          .map(before -> RatioPage.read(before.path()))
          .ifPresent(before -> before.with(merged(before.lines(), lines)).write());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(lines, falls, failures) + "\n" : text(lines, falls, failures, known));
    out.flush();
    boolean failed = !failures.isEmpty() || (failIfSlower && !falls.isEmpty());
    return (failed ? ExitCode.FAILURES : ExitCode.COMPLETE).value();
  }

  private List<ShortBenchmark> wanted() {
    List<String> names = ShortBenchmark.ALL.stream().map(ShortBenchmark::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new InvalidInput(
            "Invalid --only '%s': expected some of %s".formatted(name, String.join(", ", names)));
      }
    }
    return ShortBenchmark.ALL.stream()
        .filter(benchmark -> only.isEmpty() || only.contains(benchmark.name()))
        .toList();
  }

  /** None where nobody asked for one and the current folder has none with a table. */
  private Optional<RatioPage> page() {
    Path path = Path.of(page == null ? PAGE : page);
    return page == null && !write && !RatioPage.isOne(path)
        ? Optional.empty()
        : Optional.of(RatioPage.read(path));
  }

  private void run(ShortBenchmark benchmark, List<RatioLine> lines, List<Failure> failures)
      throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    err.println("galton bench " + benchmark.command());
    CommandLine command = spec.commandLine().getParent().getSubcommands().get(benchmark.name());
    command.parseArgs(benchmark.options());
    try {
      RatioSource source = command.getCommand();
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      for (Ratio ratio : source.ratios(doing -> err.println("  " + doing))) {
        lines.add(new RatioLine(benchmark.command(), ratio, today));
      }
    } catch (IOException | RuntimeException e) {
      // One benchmark's fault is no reason to lose the others' figures.
      failures.add(new Failure(benchmark.command(), reason(e)));
      err.println("  failed: " + reason(e));
    }
  }

  private static String reason(Exception e) {
    return e instanceof InvalidInput ? e.getMessage() : e.toString();
  }

  private static List<Fall> falls(List<RatioLine> now, List<RatioLine> before) {
    return now.stream()
        .flatMap(
            line ->
                before.stream()
                    .filter(line::isSameAs)
                    .filter(earlier -> line.ratio().fellFrom(earlier.ratio().value()))
                    .map(earlier -> new Fall(line, earlier)))
        .toList();
  }

  /** In the order of the benchmarks; those that there are no more go. */
  static List<RatioLine> merged(List<RatioLine> before, List<RatioLine> now) {
    List<String> names = ShortBenchmark.ALL.stream().map(ShortBenchmark::name).toList();
    List<String> measured = now.stream().map(AllBenchCommand::benchmark).toList();
    return Stream.concat(
            before.stream()
                .filter(line -> names.contains(benchmark(line)))
                .filter(line -> !measured.contains(benchmark(line))),
            now.stream())
        .sorted(Comparator.comparingInt(line -> names.indexOf(benchmark(line))))
        .toList();
  }

  private static String benchmark(RatioLine line) {
    return ShortBenchmark.nameIn(line.command());
  }

  private String text(
      List<RatioLine> lines, List<Fall> falls, List<Failure> failures, Optional<RatioPage> known) {
    StringBuilder text =
        new StringBuilder(
            TextTable.of(
                    RatioLine.HEADINGS.subList(0, 5),
                    lines.stream().map(line -> line.cells().subList(0, 5)).toList())
                .toString());
    failures.forEach(f -> text.append("Not measured: %s: %s\n".formatted(f.command(), f.reason())));
    known.ifPresent(
        before -> {
          if (falls.isEmpty()) {
            text.append(
                "No ratio has become worse by more than a tenth since %s was written\n"
                    .formatted(before.path()));
          } else {
            text.append(
                "Worse by more than a tenth since %s was written:\n".formatted(before.path()));
            falls.forEach(fall -> text.append("  ").append(fall.text()).append('\n'));
          }
          if (write) {
            text.append("The ratios are in %s\n".formatted(before.path()));
          }
        });
    return text.toString();
  }

  private static String json(List<RatioLine> lines, List<Fall> falls, List<Failure> failures) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ArrayNode ratios = root.putArray("ratios");
    lines.forEach(line -> put(ratios.addObject(), line));
    ArrayNode worse = root.putArray("worse");
    falls.forEach(
        fall -> put(worse.addObject(), fall.now()).put("was", fall.before().ratio().value()));
    ArrayNode failed = root.putArray("failed");
    failures.forEach(
        failure ->
            failed.addObject().put("command", failure.command()).put("reason", failure.reason()));
    return root.toPrettyString();
  }

  private static ObjectNode put(ObjectNode node, RatioLine line) {
    return node.put("command", line.command())
        .put("name", line.ratio().name())
        .put("against", line.ratio().against())
        .put("value", line.ratio().value())
        .put("better", line.ratio().better().name().toLowerCase(Locale.ROOT));
  }
}
