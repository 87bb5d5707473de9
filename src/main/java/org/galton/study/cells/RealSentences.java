package org.galton.study.cells;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.galton.cell.GeneVector;
import org.galton.cell.GeneratedSentence;
import org.galton.cell.RankFit;
import org.galton.cell.RankLine;
import org.galton.spec.InvalidInput;

/**
 * What real cells say about sentences: the genes that there are, and the line that inverts them.
 *
 * @param places of the genes, in the order of their names
 * @param top words of a real cell's sentence; 0 for all
 */
record RealSentences(Map<String, Integer> places, RankLine line, int top) implements Serializable {

  /**
   * @throws InvalidInput when no line is determined, or a gene cannot stand in a sentence
   */
  static RealSentences of(PreparedCells cells, CountRequest counts, int top, int most, long seed) {
    for (String gene : cells.vocabulary().keySet()) {
      if (gene.chars().anyMatch(Character::isWhitespace)) {
        throw new InvalidInput(
            "Cannot use %s: gene '%s' has a blank; expected none, since words of a sentence are told apart by blanks"
                .formatted(counts.input(), gene));
      }
    }
    RankLine line =
        FittedCells.of(cells, most, seed)
            .fit()
            .map(RankFit::line)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "Cannot use %s: its cells determine no line from ranks to expression; expected cells with several genes of different counts"
                            .formatted(counts.input())));
    return new RealSentences(cells.places(), line, top);
  }

  int genes() {
    return places.size();
  }

  GeneratedSentence read(List<String> words) {
    return GeneratedSentence.of(words, places::containsKey);
  }

  /** Expression that a sentence gives back. */
  GeneVector vector(List<String> sentence) {
    return GeneVector.of(sentence, places, line);
  }

  /** That which a real cell's own sentence gives back. */
  GeneVector vector(ExpressedCell cell) {
    return vector(cell.sentence(top));
  }
}
