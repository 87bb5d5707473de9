package org.galton.study.cells;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.galton.spec.InvalidInput;

/** Cells of entries that come cell by cell, and within a cell gene by gene. */
final class CellIterator implements Iterator<CountedCell> {
  private static final int SIDE = 0;
  private static final int CELL = 1;
  private static final int LABELS = 2;
  private static final int GENE = 3;
  private static final int COUNT = 4;
  private static final int UNPARSED = 5;

  private final Iterator<InternalRow> rows;
  private final CountRequest request;

  /** One text for a gene of all cells. */
  private final Map<UTF8String, String> genes = new HashMap<>();

  // Spark overwrites a row with the next one: this is the first that is not taken yet.
  private InternalRow next;

  private String[] names = new String[256];
  private double[] counts = new double[256];

  CellIterator(Iterator<InternalRow> rows, CountRequest request) {
    this.rows = rows;
    this.request = request;
    advance();
  }

  static boolean isCount(double count) {
    return count >= 0 && Double.isFinite(count);
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public CountedCell next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    UTF8String side = next.getUTF8String(SIDE).clone();
    UTF8String cell = next.getUTF8String(CELL).clone();
    ArrayData labels = next.getArray(LABELS).copy();
    String name = cell.toString();
    if (name.isEmpty()) {
      throw refused("a row has no cell in column '%s'".formatted(request.cell()), "a name");
    }
    int found = 0;
    int rowsOfCell = 0;
    String before = null;
    while (next != null
        && next.getUTF8String(CELL).equals(cell)
        && next.getUTF8String(SIDE).equals(side)) {
      if (!next.getArray(LABELS).equals(labels)) {
        throw refused(
            "cell '%s' has the labels %s and %s"
                .formatted(name, labels(labels), labels(next.getArray(LABELS))),
            "the same in all its rows");
      }
      if (next.isNullAt(GENE)) {
        rowsOfCell++;
      } else {
        String gene = gene(name, before);
        before = gene;
        double count = count(name, gene);
        if (count > 0) {
          found = added(found, gene, count);
        }
      }
      advance();
    }
    if (rowsOfCell > 1) {
      throw refused("cell '%s' has %d rows".formatted(name, rowsOfCell), "one");
    }
    return new CountedCell(
        side.toString(),
        name,
        labels.getUTF8String(0).toString(),
        Conditions.json(request.by(), i -> labels.getUTF8String(1 + i).toString()),
        Arrays.copyOf(names, found),
        Arrays.copyOf(counts, found));
  }

  private String gene(String cell, String before) {
    UTF8String found = next.getUTF8String(GENE);
    String gene = genes.get(found);
    if (gene == null) {
      gene = found.toString();
      genes.put(found.clone(), gene);
    }
    if (gene.isEmpty()) {
      throw refused(
          "cell '%s' has a row without a gene in column '%s'".formatted(cell, request.gene()),
          "a name");
    }
    if (gene.equals(before)) {
      throw refused("cell '%s' has gene '%s' twice".formatted(cell, gene), "each gene once");
    }
    return gene;
  }

  private double count(String cell, String gene) {
    boolean isThere = !next.isNullAt(COUNT) && !next.getBoolean(UNPARSED);
    double count = isThere ? next.getDouble(COUNT) : Double.NaN;
    if (!isCount(count)) {
      throw refused(
          "cell '%s', gene '%s': column '%s' holds %s"
              .formatted(cell, gene, request.count(), isThere ? count : "no number"),
          "a count of 0 or more");
    }
    return count;
  }

  private int added(int found, String gene, double count) {
    if (found == names.length) {
      names = Arrays.copyOf(names, 2 * found);
      counts = Arrays.copyOf(counts, 2 * found);
    }
    names[found] = gene;
    counts[found] = count;
    return found + 1;
  }

  private static String labels(ArrayData labels) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < labels.numElements(); i++) {
      text.append(i == 0 ? "'" : ", '").append(labels.getUTF8String(i)).append('\'');
    }
    return text.toString();
  }

  private InvalidInput refused(String found, String expected) {
    return new InvalidInput(
        "Cannot read %s: %s; expected %s".formatted(request.input(), found, expected));
  }
}
