package org.galton.cli;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.SessionFactory;
import org.galton.console.TextTable;
import org.galton.job.query.Query;
import org.galton.spec.InvalidInput;
import org.galton.spec.text.GivenText;
import org.galton.sql.DuckDbQuery;
import org.galton.sql.Fetched;
import org.galton.sql.LocalFolder;
import org.galton.sql.shared.NotShared;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton sql}: a query over every table of an output folder. */
@Command(
    name = "sql",
    description = "Run a query with every table under the output folder as a view.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton sql --output runs/demo --file queries/views.sql"
          + " \"SELECT status, count(*) FROM rollouts GROUP BY status\""
    })
final class SqlCommand implements Callable<Integer> {
  private static final int MOST_BYTES = 1 << 20;

  /**
   * Where the launcher, which has started a JVM for DuckDB alone, reads why Spark is needed. Such a
   * JVM has no settings of Spark.
   */
  private static final Optional<String> WITHOUT_SPARK =
      Optional.ofNullable(System.getProperty("galton.without.spark"));

  /** Has the launcher start Spark. */
  private static final int SPARK_IS_NEEDED = 75;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..1",
      description = "Statements in SQL, separated by semicolons; the last one's rows are printed.")
  private String query;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      converter = HomePath.class,
      description =
          "Take the statements from a file; may be given several times, and a QUERY comes last.")
  private List<String> files = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      converter = HomePath.class,
      description =
          "Folder that holds the tables; without it only what the query itself names is there.")
  private String output;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      defaultValue = "1000",
      description = "Most rows to print (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "${COMPLETION-CANDIDATES}: spark, or duckdb in its own SQL and within a second or two."
              + " By default DuckDB answers what both engines answer alike, and Spark all else.")
  private SqlEngine engine;

  @Option(names = "--json", description = "Print one JSON array of all rows.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (engine == SqlEngine.DUCKDB) {
      if (output == null) {
        throw new InvalidInput(
            "Cannot run sql with --engine duckdb: it reads the tables of a folder; name it with --output");
      }
      DuckDbQuery tables = new DuckDbQuery(LocalFolder.of(output));
      return ended(tables.inItsOwnSense(statements(), most()));
    }
    if (engine == SqlEngine.SPARK) {
      return spark("");
    }
    try {
      DuckDbQuery tables = new DuckDbQuery(folder());
      return ended(tables.asSparkWould(statements(), most()));
    } catch (NotShared e) {
      return spark(e.getMessage());
    }
  }

  private LocalFolder folder() {
    if (output == null) {
      throw new NotShared("no --output names a folder");
    }
    if (files.stream().anyMatch(SqlCommand::isReadOnce)) {
      throw new NotShared("a --file is a pipe or a device");
    }
    return LocalFolder.asSparkWould(output, System.getenv());
  }

  private static boolean isReadOnce(String file) {
    return Files.exists(Path.of(file)) && !Files.isRegularFile(Path.of(file));
  }

  private long most() {
    return json ? Long.MAX_VALUE : limit + 1L;
  }

  private int spark(String reason) throws IOException {
    boolean readsOnce = files.stream().anyMatch(SqlCommand::isReadOnce);
    if (WITHOUT_SPARK.isPresent()) {
      if (!readsOnce) {
        statements(); // Mistakes in files need no Spark.
      }
      Files.writeString(Path.of(WITHOUT_SPARK.get()), reason);
      return SPARK_IS_NEEDED;
    }
    String sql = statements();
    try (SparkSession spark = SessionFactory.open("sql")) {
      Query asked = Query.over(spark, Optional.ofNullable(output));
      if (json) {
        print(asked.json(sql));
      } else {
        Query.Rows rows = asked.rows(sql, limit);
        print(rows.columns(), rows.cells(), rows.more());
      }
    }
    return answered("Spark" + (reason.isEmpty() ? "" : ": " + reason));
  }

  private int ended(Fetched found) {
    if (json) {
      print(found.json());
    } else {
      Fetched.Text text = found.text(limit);
      print(text.columns(), text.cells(), text.more());
    }
    return answered("DuckDB");
  }

  private int answered(String by) {
    spec.commandLine().getErr().println("Answered by " + by + ".");
    return ExitCode.COMPLETE.value();
  }

  private void print(List<String> objects) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("[" + String.join(",\n", objects) + "]");
    out.flush();
  }

  private String statements() {
    List<String> texts = new ArrayList<>();
    for (String file : files) {
      try {
        texts.add(text(file));
      } catch (IOException e) {
        throw new InvalidInput(
            "Cannot read %s: %s; expected a file of queries, SQL in UTF-8"
                .formatted(
                    file,
                    e instanceof NoSuchFileException || e instanceof FileNotFoundException
                        ? "no such file"
                        : e.getMessage()),
            e);
      }
    }
    if (query != null) {
      texts.add(query);
    }
    if (texts.isEmpty()) {
      throw new InvalidInput(
          "Cannot run sql: there is no query; write one, or name a file of them with --file");
    }
    return String.join("\n;\n", texts);
  }

  private static String text(String file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new InvalidInput(
          "Cannot read %s: it is longer than %,d bytes; expected queries in SQL"
              .formatted(file, MOST_BYTES));
    }
    StringWriter text = new StringWriter();
    GivenText.document(new ByteArrayInputStream(bytes), file).transferTo(text);
    return text.toString();
  }

  private void print(List<String> columns, List<List<String>> cells, boolean more) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(TextTable.of(columns, cells));
    out.flush();
    if (more) {
      spec.commandLine()
          .getErr()
          .println("Showing the first " + limit + " rows; --limit shows more.");
    }
  }
}
