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

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..1",
      description =
          "Statements in Spark SQL, separated by semicolons; the last one's rows are printed.")
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

  @Option(names = "--json", description = "Print one JSON array of all rows.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String sql = statements();
    try (SparkSession spark = SessionFactory.open("sql")) {
      Query query = Query.over(spark, Optional.ofNullable(output));
      if (json) {
        out.println("[" + String.join(",\n", query.json(sql)) + "]");
      } else {
        print(query.rows(sql, limit), out);
      }
    }
    return ExitCode.COMPLETE.value();
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

  private void print(Query.Rows rows, PrintWriter out) {
    out.print(TextTable.of(rows.columns(), rows.cells()));
    out.flush();
    if (rows.more()) {
      spec.commandLine()
          .getErr()
          .println("Showing the first " + limit + " rows; --limit shows more.");
    }
  }
}
