package org.galton.study.junk;

import static org.apache.spark.sql.functions.max;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.galton.job.input.InputFormat;
import org.galton.job.input.OpenedTable;
import org.galton.job.input.WantedColumn;
import org.galton.job.run.SparkAction;

/**
 * Which of the columns that are looked for a table has. Each line of JSON has keys of its own, so
 * there it takes a look at all of them: a column is there where some line has a value.
 */
final class FilledColumns {
  private FilledColumns() {}

  static Set<String> of(OpenedTable opened) {
    List<String> wanted =
        opened.table().columns().stream()
            .map(WantedColumn::name)
            .distinct()
            .filter(opened::has)
            .toList();
    if (opened.format() != InputFormat.JSONL) {
      return new TreeSet<>(wanted);
    }
    Column[] filled =
        wanted.stream()
            .map(name -> max(opened.data().col("`" + name.replace("`", "``") + "`").isNotNull()))
            .toArray(Column[]::new);
    Row found =
        SparkAction.run(
            "look for columns",
            () ->
                opened.data().agg(filled[0], Arrays.copyOfRange(filled, 1, filled.length)).first());
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < filled.length; i++) {
      if (!found.isNullAt(i) && found.getBoolean(i)) {
        names.add(wanted.get(i));
      }
    }
    return names;
  }
}
