package org.galton.study.cells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Counts in files, and what is asked about them. */
final class CountFiles {
  static final List<String> EXAMPLE =
      List.of(
          "c1,g3,3,a",
          "c2,g1,3,b",
          "c2,g3,1,b",
          "c3,g2,1,a",
          "c4,g1,1,b",
          "c4,g2,1,b",
          "c5,g1,3,b",
          "c5,g2,2,b",
          "c5,g3,1,b",
          "c1,g1,0,a");

  private CountFiles() {}

  static Path csv(Path folder, String name, List<String> rows) throws IOException {
    return Files.writeString(
        folder.resolve(name), "cell,gene,count,type\n" + String.join("\n", rows) + "\n");
  }

  static CountRequest triples(Path input, int minGenes, int minCells) {
    return request(input, CountRequest.Form.TRIPLES, List.of(), minGenes, minCells);
  }

  static CountRequest request(
      Path input, CountRequest.Form form, List<String> by, int minGenes, int minCells) {
    return new CountRequest(
        input.toString(),
        form,
        "cell",
        "gene",
        "count",
        "type",
        by,
        null,
        List.of(),
        true,
        minGenes,
        minCells);
  }
}
