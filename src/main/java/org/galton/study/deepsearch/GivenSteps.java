package org.galton.study.deepsearch;

import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.Excerpt;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.input.Unnamed;
import org.galton.job.run.SparkAction;
import org.galton.search.backup.SearchStep;
import org.galton.search.backup.StepEnding;
import org.galton.search.tree.NodeName;
import org.galton.spec.InvalidInput;

/** Reads trees of steps, a row a node. */
final class GivenSteps {
  static final int MOST_NODES = 1_000_000;

  private static final GivenTable TABLE =
      GivenTable.ofTexts("nodes", List.of("node", "outcome"), List.of("entropy", "backup", "tree"));

  private GivenSteps() {}

  /**
   * The rows of each tree.
   *
   * @throws InvalidInput when the input cannot be read
   */
  static NavigableMap<String, List<GivenStep>> read(SparkSession spark, String input) {
    List<GivenRow> rows =
        SparkAction.run("read " + input, () -> TABLE.open(spark, input).first(MOST_NODES + 1));
    if (rows.isEmpty() || rows.size() > MOST_NODES) {
      throw new InvalidInput(
          "Cannot read %s: there are %s rows; expected 1 to %,d nodes"
              .formatted(input, rows.isEmpty() ? "no" : "more", MOST_NODES));
    }
    NavigableMap<String, List<GivenStep>> trees =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("tree"),
                    TreeMap::new,
                    Collectors.mapping(GivenSteps::step, Collectors.toList())));
    if (trees.containsKey("") && trees.containsKey(Unnamed.SHOWN)) {
      throw Unnamed.beside(input, "tree");
    }
    return trees;
  }

  private static GivenStep step(GivenRow row) {
    NodeName name = new NodeName(row.text("node"));
    String tree = row.text("tree");
    String shown =
        (tree.isEmpty() ? "" : "tree '%s', ".formatted(Excerpt.of(tree)))
            + (name.isRoot() ? "the root" : "node '%s'".formatted(Excerpt.of(name.text())));
    GivenRow named = row.at(() -> shown);
    double entropy =
        row.text("entropy").isBlank() ? 0 : named.finite("entropy", "a finite number of nats");
    return new GivenStep(name, new SearchStep(entropy, ending(named)), backup(named), named);
  }

  private static StepEnding ending(GivenRow row) {
    return switch (row.text("outcome").strip().toLowerCase(Locale.ROOT)) {
      case "correct" -> StepEnding.CORRECT;
      case "wrong" -> StepEnding.WRONG;
      case "incomplete" -> StepEnding.INCOMPLETE;
      case "" -> StepEnding.NONE;
      default -> throw row.wrong("outcome", "correct, wrong, incomplete, or nothing");
    };
  }

  private static OptionalInt backup(GivenRow row) {
    return row.text("backup").isBlank() ? OptionalInt.empty() : OptionalInt.of(row.whole("backup"));
  }
}
