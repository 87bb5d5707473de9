package org.galton.study.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.execution.vectorized.Dictionary;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private final Labels labels = new Labels();

  /** Texts by number, as Parquet hands them to Spark. */
  private record Texts(List<String> texts) implements Dictionary {
    @Override
    public int decodeToInt(int id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long decodeToLong(int id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float decodeToFloat(int id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double decodeToDouble(int id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] decodeToBinary(int id) {
      return texts.get(id).getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * @param rows null for NULL
   */
  private static OnHeapColumnVector plain(List<String> rows) {
    OnHeapColumnVector column = new OnHeapColumnVector(rows.size(), DataTypes.StringType);
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row) == null) {
        column.putNull(row);
      } else {
        column.putByteArray(row, rows.get(row).getBytes(StandardCharsets.UTF_8));
      }
    }
    return column;
  }

  private static OnHeapColumnVector encoded(List<String> rows, List<String> dictionary) {
    OnHeapColumnVector column = new OnHeapColumnVector(rows.size(), DataTypes.StringType);
    WritableColumnVector ids = column.reserveDictionaryIds(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row) == null) {
        column.putNull(row);
      } else {
        ids.putInt(row, dictionary.indexOf(rows.get(row)));
      }
    }
    column.setDictionary(new Texts(dictionary));
    return column;
  }

  private List<String> read(OnHeapColumnVector column, int rows) {
    labels.read(column, rows);
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      texts.add(labels.textAt(row) == null ? null : labels.textAt(row).toString());
      assertThat(labels.at(row) == Labels.NONE).isEqualTo(texts.get(row) == null);
    }
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < a; b++) {
        if (labels.at(a) != Labels.NONE) {
          assertThat(labels.at(a) == labels.at(b)).isEqualTo(texts.get(a).equals(texts.get(b)));
        }
      }
    }
    return texts;
  }

  @Test
  void rowsOfOneTextHaveOneNumberAndAnEmptyTextHasNone() {
    List<String> rows = Arrays.asList("12", "12", "", null, "-3", "12", "", "ß", "-3");
    List<String> expected = Arrays.asList("12", "12", null, null, "-3", "12", null, "ß", "-3");

    assertThat(read(plain(rows), rows.size())).isEqualTo(expected);
    assertThat(read(encoded(rows, List.of("x", "ß", "", "-3", "12")), rows.size()))
        .isEqualTo(expected);
    assertThat(labels.distinct()).isEqualTo(3);
  }

  @Test
  void theNumbersOfOneDictionaryMeanNothingInTheNext() {
    List<String> first = List.of("a", "b", "a");
    List<String> second = List.of("c", "a", "d");

    assertThat(read(encoded(first, List.of("a", "b")), 3)).isEqualTo(first);
    assertThat(read(encoded(second, List.of("c", "d", "a")), 3)).isEqualTo(second);
    assertThat(read(plain(first), 3)).isEqualTo(first);
    assertThat(read(encoded(second, List.of("a", "c", "d")), 3)).isEqualTo(second);
  }

  @Test
  void textsThatHashAlikeAreTwo() {
    long seed = 5;
    Random random = new Random(seed);
    List<String> dictionary = List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "", "7", "07");
    for (int round = 0; round < 50; round++) {
      List<String> rows = new ArrayList<>();
      for (int row = 0; row < 30; row++) {
        rows.add(random.nextInt(6) == 0 ? null : dictionary.get(random.nextInt(8)));
      }
      assertThat(read(encoded(rows, dictionary), 30))
          .as("seed " + seed)
          .isEqualTo(read(plain(rows), 30));
    }
  }
}
