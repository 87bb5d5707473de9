package org.galton.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.galton.job.Query;
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
      "Example: ./galton sql --output runs \"SELECT task, avg(correct) FROM scores GROUP BY task\""
    })
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "QUERY", description = "One query in Spark SQL.")
  private String sql;

  @Option(
      names = "--output",
      paramLabel = "DIR",
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
