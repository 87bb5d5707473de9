package org.galton.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.galton.job.run.RunTables;
import org.galton.report.ReportPage;
import org.galton.report.ReportWriter;
import org.galton.report.StudyPage;

/** A page beside the tables that it shows. */
public final class PageFile {
  private PageFile() {}

  /**
   * Writes a page, whole or not at all, and returns where it is.
   *
   * @param name of the sweep, or of the study that stands for it
   */
  public static String publish(ReportPage page, String output, String name, Configuration hadoop) {
    Path file = new Path(output, name + "-report.html");
    Path hidden = new Path(file.getParent(), "." + file.getName());
    try {
      FileSystem files = file.getFileSystem(hadoop);
      try (Writer out =
          new OutputStreamWriter(files.create(hidden, true), StandardCharsets.UTF_8)) {
        new ReportWriter().write(page, out);
      }
      files.delete(file, false);
      if (!files.rename(hidden, file)) {
        throw new IOException("the file system refused to rename " + hidden);
      }
      return files.getScheme().equals("file")
          ? file.toString()
          : files.makeQualified(file).toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The page of a study's run, from its tables alone.
   *
   * @param page of the tables
   */
  public static String ofRun(
      String output, String runId, Configuration hadoop, Function<RunTables, StudyPage> page) {
    RunTables run = RunTables.at(output, runId, hadoop);
    return publish(page.apply(run), output, run.run().sweep(), hadoop);
  }

  /** What a study prints last: where its page is, if it wrote one. */
  public static String line(Optional<String> page) {
    return page.map(path -> "\nReport: " + path + "\n").orElse("");
  }

  /** What a study prints as JSON, with its page, if it wrote one, as the last key. */
  public static String json(ObjectNode document, Optional<String> page) {
    page.ifPresent(path -> document.put("report", path));
    return document.toPrettyString() + "\n";
  }
}
