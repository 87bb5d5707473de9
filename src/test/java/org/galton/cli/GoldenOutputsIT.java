package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.galton.console.ShellWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What commands print and store for small inputs, kept in {@code src/test/resources/golden}: a
 * change of any figure, word, key or column shows as a difference there. Write them anew with
 * {@code -Dgalton.goldens=write} and read the difference before it is committed.
 */
final class GoldenOutputsIT {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path STORED = Path.of("src/test/resources/stored-run");
  private static final boolean WRITES = "write".equals(System.getProperty("galton.goldens"));

  /** What differs from run to run. */
  private static final List<Passing> PASSING =
      List.of(
          new Passing("(run|comparison)-[0-9]{8}-[0-9]{6}-[0-9]{3}-[0-9a-f]{8}", "$1-ID"),
          new Passing("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME"),
          new Passing("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?", "TIME"),
          new Passing("[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}, [0-9]{2}:[0-9]{2} UTC", "TIME"),
          new Passing("(ID, |<dt>Took</dt><dd>|\"seconds\" : )[0-9.]+( s)?", "$1SECONDS"),
          new Passing("Galton [^ ]+, Spark [^ ]+, Java [0-9.]+", "VERSIONS"),
          new Passing("[0-9,]+ tokens/s, .* left", "RATE"),
          // What each cell cost: tokens, seconds, tokens a second.
          new Passing(
              "(<tr><th scope=\"row\">[^<]*</th><td>[^<]*</td><td class=\"n\">[0-9,]+</td>)"
                  + "<td class=\"n\">[0-9.]+</td><td class=\"n\">[0-9,]+</td></tr>",
              "$1COST</tr>"));

  private static final Pattern LONG_NUMBER = Pattern.compile("-?[0-9]+[.][0-9]{9,}(E-?[0-9]+)?");

  private record Passing(String pattern, String instead) {}

  /** They read what is in their output folder. */
  private static final Set<String> OF_THE_STORED_RUN = Set.of("compare", "summarize", "judges");

  private static final Set<String> TIMES = Set.of("seconds", "device_seconds");

  @TempDir private static Path temporary;

  @BeforeAll
  static void copyTheStoredRun() throws IOException {
    System.setProperty("spark.master", "local[2]");
    FileUtils.copyDirectory(STORED.resolve("tables").toFile(), folder("stored").toFile());
  }

  @AfterAll
  static void forgetTheMaster() {
    System.clearProperty("spark.master");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stats               | stats --input examples/rollouts.csv --output OUT
          stats-json          | stats --input examples/rollouts.csv --k 1,4 --json
          stats-plan          | stats --input examples/rollouts.csv --plan
          fit                 | fit --points examples/curve.csv --r0 0.40 --forecast 1000000 --output OUT
          fit-json            | fit --points examples/curve.csv --r0 free --json
          fit-alternatives    | fit --points examples/curve.csv --r0 0.40 --compare-forms --bootstrap 100 --asymptote 0.645 --output OUT
          information         | information --input examples/rollouts.csv --x tokens,model --y correct --bins 3 --output OUT
          information-pid     | information --input examples/rollouts.csv --pid tokens,model:correct --bins 2
          information-json    | information --input examples/rollouts.csv --pid tokens,model:correct --bins 2 --json
          emergence           | emergence --trajectories examples/groups.csv --windows whole,10 --output OUT
          emergence-json      | emergence --trajectories examples/groups.csv --windows whole --measures imin --json
          balance             | balance --transitions examples/moves.csv --attempts examples/attempts.csv --votes 2:2 --output OUT
          balance-json        | balance --transitions examples/moves.csv --attempts examples/attempts.csv --json
          balance-exact       | balance --transitions examples/kernel.csv --exact
          advantages          | advantages --input examples/steps.jsonl --step step --kl 0.01 --output OUT
          advantages-json     | advantages --input examples/rollouts.csv --step model --reward hybrid --advantage grpo --json
          allocate            | allocate --input examples/counts.csv --budget 512 --output OUT
          allocate-json       | allocate --input examples/counts.csv --budget 512 --rule variance --p-hat posterior --json
          walk                | walk --tree examples/tree.csv --candidates 2 --steps 20000 --output OUT
          walk-json           | walk --tree examples/tree.csv --horizon 3 --steps 0 --json
          vgb                 | vgb --task tilt,avoid --values noisy,delayed,sampled --horizons 4,6 --output OUT
          vgb-json            | vgb --task parity --values exact,biased,flat --horizons 4 --json
          frechet             | frechet --input examples/vectors.csv --vector x,y --by condition --side side --reference real --output OUT
          frechet-json        | frechet --input examples/vectors.csv --vector x,y --side side --reference real --draws 50 --json
          cells               | cells --input examples/cells.csv --min-genes 1 --output OUT
          cells-json          | cells --input examples/cells.csv --min-genes 1 --by type --top 2 --json
          cells-read          | cells read --input examples/cells.csv --min-genes 1 --sentences examples/cell-sentences.csv --output OUT
          cells-simulate      | cells simulate --genes 200 --cells 2 --replaced 50 --output OUT
          cells-embed         | cells embed --input examples/cells.csv --min-genes 1 --sentences examples/cell-sentences.csv --embedder pca2 --output OUT --json
          leaderboard         | leaderboard --input examples/agents.csv --date 2025-10-01 --output OUT
          flags               | flags --input examples/transcripts.jsonl --labels examples/flag-labels.csv --output OUT
          flags-json          | flags --input examples/transcripts.jsonl --json
          flags-canary        | flags canary --tests examples/tests.csv --material examples/few-shot.csv --output OUT
          reliability         | reliability --input examples/trials.csv --output OUT
          reliability-json    | reliability --input examples/trials.csv --json
          leaderboard-efforts | leaderboard --input examples/efforts.csv --efforts low,medium,high --json
          select              | select --cases examples/cases.csv --output OUT
          select-simulated    | select simulate --issues 6 --p-fix 0.3 --error 0.2 --sizes 2x2,5x5 --json
          junk-label          | junk label --input examples/posts.csv --labels judge,people --ascii --output OUT
          junk-mix            | junk mix --input examples/posts.csv --output OUT
          junk-dose           | junk dose --input examples/doses.csv --output OUT
          junk-failures       | junk failures --input examples/chains.csv --output OUT
          junk-simulate       | junk simulate --posts 1500 --studies 20 --json
          deepsearch          | deepsearch --nodes examples/steps-tree.csv --output OUT
          deepsearch-json     | deepsearch --nodes examples/steps-tree.csv --gamma code --depth-bonus log --json
          worlds              | worlds --game tic-tac-toe,leduc --syntheses 1 --budget 40 --unseen 10 --matches 10 --simulations 20 --opponent builtin:abacus --max-tokens 8 --output OUT
          worlds-json         | worlds --game tic-tac-toe,hand-of-war --closed-deck --syntheses 1 --budget 5 --shown 2 --unseen 3 --matches 0 --json
          audit               | audit examples/audit.yaml --output OUT
          audit-json          | audit examples/audit.yaml --set rollouts=4 --json
          playbook            | playbook jobs/playbook.yaml --set train=16 --set test=20 --set evaluate=8 --set calibrated.garbage=0.2 --output OUT
          playbook-json       | playbook jobs/playbook.yaml --set mode=online --set train=0 --set test=12 --set batch=4 --set duplicates=1 --json
          judges              | judges OUT --output OUT
          games               | sweep examples/games.yaml --set output=OUT
          compare             | compare OUT --model builtin:abacus@1547 --model builtin:abacus@8000 --fail-if "pass@1 drops by more than 0.02" --fail-if "pass@1 below 0.9" --output OUT
          summarize           | summarize src/test/resources/stored-run/sweep.yaml --set output=OUT
          """)
  void isAsItWas(String name, String arguments) throws Exception {
    Path output = folder(name);
    if (OF_THE_STORED_RUN.contains(name)) {
      // Not the page that the case stored-report may have left there.
      FileUtils.copyDirectory(
          folder("stored").toFile(), output.toFile(), file -> !file.getName().endsWith(".html"));
    }
    StringBuilder golden = new StringBuilder(printed(arguments.replace("OUT", output.toString())));
    if (Files.isDirectory(output)) {
      tables(output).forEach((table, rows) -> golden.append(table).append(": ").append(rows));
      page(output, golden);
    }
    compare(name + ".txt", golden.toString());
  }

  /** From the options and tables that a run keeps. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stats --input examples/rollouts.csv --k 1,4 --ties wrong",
        "fit --points examples/curve.csv --r0 0.40 --forecast 1000000,2000000 --min-compute 1100"
            + " --compare-forms --asymptote 0.645",
        "information --input examples/rollouts.csv --pid tokens,model:correct --bins 2 --seed 7",
        "emergence --trajectories examples/groups.csv --windows whole --measures imin --lag 2",
        "balance --transitions examples/moves.csv --attempts examples/attempts.csv --n0 uniform",
        "balance --transitions WALKS --attempts examples/attempts.csv --seed 3",
        "balance --transitions WALKS",
        "balance --transitions examples/kernel.csv --exact --beta 2",
        "advantages --input examples/steps.jsonl --step step --reward ternary --loss dapo",
        "allocate --input examples/counts.csv --budget 512 --enough none --retire hopeless",
        "walk --tree examples/tree.csv --laziness 0.25 --steps 5000 --candidates 3 --horizon 4",
        "vgb --task abc,dyck --values noisy,sampled --horizons 4 --eps 0.25 --samples 100 --seed 7",
        "frechet --input examples/vectors.csv --vector x,y --by condition --side side --reference real"
            + " --draws 60 --seed 4",
        "cells --input examples/cells.csv --min-genes 2 --min-cells 2 --by type --top 2 --seed 3",
        "cells read --input examples/cells.csv --min-genes 1 --sentences examples/cell-sentences.csv --programme G1,G2",
        "cells simulate --genes 200 --cells 1 --replaced 30,60 --seed 5",
        "cells embed --input examples/cells.csv --min-genes 1 --side type --reference b --embedder random4",
        "leaderboard --input examples/agents.csv --prices examples/prices.csv --date 2025-10-01",
        "flags --input examples/transcripts.jsonl --labels examples/flag-labels.csv --checks run_tests",
        "flags canary --tests examples/tests.csv --material examples/few-shot.csv --words 5",
        "reliability --input examples/trials.csv",
        "leaderboard --input examples/efforts.csv --efforts low,medium,high",
        "select --cases examples/cases.csv",
        "select simulate --issues 5 --p-fix 0.2,0.3 --error 0.1 --sizes 3x3 --decoy 0.5 --seed 9",
        "junk label --input examples/posts.csv --labels judge --junk-below 25",
        "junk mix --input examples/posts.csv --doses 0,50 --seed 3",
        "junk dose --input examples/doses.csv --draws 20 --trivial 0.5",
        "junk failures --input examples/chains.csv",
        "junk simulate --posts 1500 --effect length=-0.2,meaning=0.1 --studies 5 --seed 9",
        "deepsearch --nodes examples/steps-tree.csv --gamma code --backups 1 --entropy-weight -1.5",
        "audit examples/audit.yaml --set rollouts=2",
        "playbook jobs/playbook.yaml --set train=8 --set test=10 --set seed=3",
        "worlds --game leduc --syntheses 2 --budget 9 --matches 4 --simulations 9 --seed 8",
        "compare STORED --model builtin:abacus@1547 --model builtin:abacus@8000 --adjust yekutieli",
        "judges STORED --show 5"
      })
  void isComputedAgain(String arguments) throws Exception {
    Path one = Files.createTempDirectory(temporary, "one");
    Path other = Files.createTempDirectory(temporary, "other");
    Path walks = temporary.resolve("walks.csv");
    Files.writeString(
        walks,
        "source,target,count,rollout\n"
            + Stream.of("w1", "w2", "w3", "w4", "w5")
                .map(walk -> "a,b,30,%1$s\nb,a,20,%1$s\nb,c,9,%1$s\nc,a,8,%1$s\n".formatted(walk))
                .collect(Collectors.joining()));
    String line =
        arguments.replace("WALKS", walks.toString()).replace("STORED", folder("stored").toString());
    assertThat(printed(line + " --output " + one)).startsWith("exit code 0");

    String again = printed("again " + one + " --output " + other);

    assertThat(again).startsWith("exit code 0");
    assertThat(tables(other)).hasSizeGreaterThan(0).isEqualTo(tables(one));
  }

  /** A run of the version that the goldens were first written by. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stored-plan         | plan src/test/resources/stored-run/sweep.yaml --set output=STORED --set rollouts=32
          stored-report       | report src/test/resources/stored-run/sweep.yaml --set output=STORED
          stored-stats        | stats --input STORED
          stored-compare      | compare STORED --model builtin:abacus@1547 --model builtin:abacus@8000 --fail-if "pass@1 drops by more than 0.02"
          stored-compare-json | compare STORED --model builtin:abacus@1547 --model builtin:abacus@8000 --json
          stored-compare-mass | compare STORED --model builtin:abacus@1547 --model builtin:abacus@8000 --mass-balance --adjust yekutieli
          stored-balance      | balance --rollouts STORED --votes 2:2,3:2
          stored-information  | information --input STORED/scores --x model,task --y correct
          stored-check        | check --output STORED
          stored-sql          | sql --output STORED "SELECT model, task, metric, k, value FROM metrics WHERE sampling IS NOT NULL ORDER BY ALL LIMIT 12"
          """)
  void ofAStoredRunIsAsItWas(String name, String arguments) throws Exception {
    compare(name + ".txt", printed(arguments.replace("STORED", folder("stored").toString())));
  }

  @Test
  void helpIsAsItWas() throws IOException {
    StringBuilder help = new StringBuilder(Galton.commandLine().getUsageMessage());
    help(Galton.commandLine(), help);
    compare("help.txt", help.toString());
  }

  private static void help(CommandLine command, StringBuilder help) {
    new TreeMap<>(command.getSubcommands())
        .forEach(
            (name, subcommand) -> {
              help.append("\n== ").append(subcommand.getCommandSpec().qualifiedName()).append('\n');
              help.append(subcommand.getUsageMessage());
              help(subcommand, help);
            });
  }

  private static Path folder(String name) {
    return temporary.resolve(name);
  }

  private static String printed(String arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Galton.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exitCode = Galton.run(command, ShellWords.of(arguments).toArray(String[]::new));
    return "exit code %d%n== output%n%s== errors%n%s".formatted(exitCode, out, err);
  }

  /**
   * By table the number of rows, and a digest of them by DuckDB. Figures are compared to six
   * digits: processors differ in the last.
   */
  private static Map<String, String> tables(Path output) throws IOException, SQLException {
    Map<String, String> tables = new TreeMap<>();
    List<String> names;
    try (Stream<Path> folders = Files.list(output)) {
      names = folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
    }
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      for (String name : names) {
        if (!name.startsWith("_") && !name.equals("runs")) {
          List<String> rows = rows(statement, output.resolve(name));
          String digest = DigestUtils.md5Hex(rows.stream().sorted().collect(Collectors.joining()));
          tables.put(name, "%d rows, %s%n".formatted(rows.size(), digest));
        }
      }
    }
    return tables;
  }

  private static List<String> rows(Statement statement, Path table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result =
        statement.executeQuery(
            "SELECT * FROM read_parquet('%s/**/*.parquet', hive_partitioning = false)"
                .formatted(table))) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          String name = result.getMetaData().getColumnName(column);
          Object value = result.getObject(column);
          if (!TIMES.contains(name)) {
            row.append(name).append('=');
            row.append(value instanceof Double number ? "%.5e".formatted(number) : value);
            row.append(';');
          }
        }
        rows.add(alike(row.toString()));
      }
    }
    return rows;
  }

  /** The page without the scripts and styles that all pages share. */
  private static void page(Path output, StringBuilder golden) throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
        String html =
            Files.readString(page)
                .replaceAll("(?s)<style>.*?</style>", "<style></style>")
                .replaceAll("(?s)<script>.*?</script>", "<script></script>")
                .replaceAll("'sha256-[^']*'", "'sha256'");
        golden.append("== ").append(page.getFileName()).append('\n').append(html);
      }
    }
  }

  private static String alike(String text) {
    String alike =
        text.replace(temporary.toString(), "TEMPORARY")
            .replace(Path.of("").toAbsolutePath().toString(), "CLONE");
    for (Passing passing : PASSING) {
      alike = alike.replaceAll(passing.pattern(), passing.instead());
    }
    // Processors, and sums in another order, differ in the last digits.
    return LONG_NUMBER
        .matcher(alike)
        .replaceAll(
            number -> String.format(Locale.ROOT, "%.6e", Double.parseDouble(number.group())));
  }

  private static void compare(String name, String printed) throws IOException {
    Path golden = GOLDEN.resolve(name);
    String alike = alike(printed);
    if (WRITES) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, alike);
    }
    Path found = Files.createDirectories(Path.of("target/golden")).resolve(name);
    Files.writeString(found, alike);
    List<String> expected = Files.readAllLines(golden);
    List<String> lines = alike.lines().toList();
    for (int i = 0; i < Math.min(expected.size(), lines.size()); i++) {
      assertThat(lines.get(i))
          .as("line %d of %s; all of it: diff %s %s", i + 1, name, golden, found)
          .isEqualTo(expected.get(i));
    }
    assertThat(lines).as("lines of %s", name).hasSameSizeAs(expected);
  }
}
