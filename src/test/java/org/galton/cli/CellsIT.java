package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.galton.console.ShellWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Synthetic cells through every command that there is for them. */
final class CellsIT {
  @TempDir private static Path folder;

  @BeforeAll
  static void twoTasks() {
    System.setProperty("spark.master", "local[2]");
  }

  @AfterAll
  static void forgetTheMaster() {
    System.clearProperty("spark.master");
  }

  // Section 2: more cells of another type, larger distances, all but those of none above the floor.
  @Test
  void distancesOrderHowManyCellsAreReplaced() throws IOException {
    JsonNode drawn =
        json("cells simulate --genes 200 --cells 10 --replaced 0,10,30,60,100 --output " + folder);
    assertThat(drawn.path("sides")).hasSize(6);
    assertThat(drawn.path("sides").get(0).path("side").asText()).isEqualTo("real");
    assertThat(drawn.path("sides").get(0).path("cells").asInt()).isEqualTo(480);

    JsonNode embedded =
        json(
            "cells embed --min-genes 50 --side side --by type --embedder pca4 --input %1$s/cell_counts --output %1$s"
                .formatted(folder));
    assertThat(embedded.path("explained").asDouble()).isBetween(0.2, 0.6);

    JsonNode means =
        json("frechet --vector vector --by condition --side side --reference real --embedder embedder --equal --draws 0 --input "
                + folder.resolve("cell_vectors"))
            .path("means");
    List<Double> distances = new ArrayList<>();
    means.forEach(mean -> distances.add(mean.path("distance").asDouble()));
    assertThat(means.get(0).path("conditions").asInt()).isEqualTo(4);
    assertThat(distances).hasSize(5).isSorted();
    assertThat(means.get(1).path("floor").asDouble()).isLessThan(distances.get(1));
  }

  // Sentences of the real cells themselves are as good as the real cells: distance 0.
  @Test
  void theirOwnSentencesAreAtNoDistance() throws IOException {
    Path counts = folder.resolve("counts.csv");
    Path sentences = folder.resolve("sentences.csv");
    StringBuilder cells = new StringBuilder("cell,gene,count,type\n");
    StringBuilder generated = new StringBuilder("cell,sentence,type\n");
    for (int cell = 0; cell < 12; cell++) {
      List<String> words = new ArrayList<>(List.of("A", "B", "C", "D", "E"));
      words.remove(cell % 5);
      words.add(0, words.remove(cell % 4));
      for (int rank = 0; rank < words.size(); rank++) {
        cells.append("c%d,%s,%d,t%n".formatted(cell, words.get(rank), 40 - 9 * rank));
      }
      generated.append("g%d,%s,t%n".formatted(cell, String.join(" ", words)));
    }
    Files.writeString(counts, cells);
    Files.writeString(sentences, generated);
    Path output = folder.resolve("own");
    json(
        "cells embed --min-genes 1 --embedder pca3 --input %s --sentences %s --output %s"
            .formatted(counts, sentences, output));
    JsonNode row =
        json("frechet --vector vector --side side --reference real --draws 0 --input "
                + output.resolve("cell_vectors"))
            .path("distances")
            .get(0);
    assertThat(row.path("compared").asText()).isEqualTo("generated");
    assertThat(row.path("distance").asDouble()).isLessThan(1e-9);
    assertThat(row.path("low_n").asBoolean()).isTrue();
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(printed("cells --top 3")).contains("Missing required option: '--input=PATH'");
    assertThat(printed("cells embed --input examples/cells.csv --output " + folder))
        .contains("expected either --side, a column of the counts, or --sentences");
    assertThat(
            printed(
                "cells embed --side type --reference x --min-genes 1 --input examples/cells.csv --output "
                    + folder.resolve("none")))
        .contains("no cell that stays has 'x' in column 'type'");
    assertThat(
            printed(
                "cells embed --side type --reference a --min-genes 1 --input examples/cells.csv --output "
                    + folder.resolve("none")))
        .contains("the reference has 2 cells and 3 genes; expected more cells than axes");
    assertThat(folder.resolve("none")).doesNotExist();
    assertThat(
            printed(
                "cells read --input examples/cells.csv --sentences examples/cell-sentences.csv --label type"))
        .contains("--label names 1 columns and --predicted 0; expected as many");
  }

  private static JsonNode json(String arguments) throws IOException {
    return new ObjectMapper().readTree(printed(arguments + " --json"));
  }

  private static String printed(String arguments) {
    StringWriter out = new StringWriter();
    CommandLine command =
        Galton.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    Galton.run(command, ShellWords.of(arguments).toArray(String[]::new));
    return out.toString();
  }
}
