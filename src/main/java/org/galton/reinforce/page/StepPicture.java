package org.galton.reinforce.page;

import java.util.List;
import org.galton.report.FigureTable;

/**
 * A chart over the steps of a training.
 *
 * @param alternative what it shows, for readers who cannot see it
 * @param note below it; empty where it needs none
 */
record StepPicture(String title, Data data, String alternative, String note, FigureTable table) {

  /** What the script draws. */
  sealed interface Data {
    /** Of its kind, by which the script is found. */
    String kind();
  }

  public String kind() {
    return data.kind();
  }

  /** How the figures of lines are written, and whether their axis begins at 0. */
  enum Scale {
    /** From 0 to 1, shown in percent. */
    SHARE,
    /** A difference of shares, in percentage points. */
    POINTS,
    PLAIN,
    LOG
  }

  /**
   * Lines.
   *
   * @param axis what is drawn, with its unit
   * @param guides levels to compare with
   */
  record Lines(String axis, Scale scale, List<Line> lines, List<Guide> guides) implements Data {
    @Override
    public String kind() {
      return "stepLines";
    }
  }

  record Line(String name, List<At> points) {}

  /**
   * A point of a line.
   *
   * @param from first of the steps that it stands for
   * @param low lower end of its band; null where it has none
   */
  record At(int from, int step, double value, Double low, Double high) {}

  record Guide(double value, String text) {}

  /**
   * Parts of a whole, on top of each other.
   *
   * @param scale shares or plain figures
   * @param spans first and last step of each column
   */
  record Stack(String axis, Scale scale, List<Span> spans, List<Part> parts) implements Data {
    @Override
    public String kind() {
      return "stepStack";
    }
  }

  record Span(int from, int step) {}

  /**
   * @param colour of CSS
   */
  record Part(String name, String colour, List<Double> values) {}
}
