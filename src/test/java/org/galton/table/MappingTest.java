package org.galton.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.galton.console.RowJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of columns and absent values, through files and documents. */
final class MappingTest {
  private static final String DROPS =
      """
      CREATE TABLE drops (
        run_id STRING NOT NULL,
        bin INT NOT NULL,
        side STRING,
        height DOUBLE,
        height_low DOUBLE,
        height_high_end DOUBLE,
        pegs INT,
        nanos BIGINT,
        kept BOOLEAN
      )
      COMMENT 'Balls that fell';
      """;

  record Place(int bin, Optional<String> side) {}

  record Height(OptionalDouble value, OptionalDouble low, Double highEnd) {}

  record Drop(
      String runId,
      Place place,
      Height height,
      OptionalInt pegs,
      OptionalLong nanos,
      Optional<Boolean> kept) {}

  record Heights(Height height, OptionalLong nanos) {}

  record Low(OptionalDouble heightLow) {}

  record Middle(OptionalDouble value, OptionalDouble middle) {}

  record StrayGroup(Middle height) {}

  record Twice(Place place, Optional<String> side) {}

  record Certain(OptionalInt bin) {}

  record Text(Optional<String> height) {}

  private static final Table<Drop> TABLE = new Table<>(Ddl.parse("drops.sql", DROPS), Drop.class);

  private static final Drop FULL =
      new Drop(
          "r",
          new Place(3, Optional.of("left")),
          new Height(OptionalDouble.of(1.5), OptionalDouble.of(1), 2.0),
          OptionalInt.of(12),
          OptionalLong.of(7),
          Optional.of(true));

  private static final Drop EMPTY =
      new Drop(
          "r",
          new Place(0, Optional.empty()),
          new Height(OptionalDouble.empty(), OptionalDouble.empty(), null),
          OptionalInt.empty(),
          OptionalLong.empty(),
          Optional.empty());

  @TempDir private Path folder;

  @Test
  void groupWithAValueIsNamedByItsComponentAndAnyOtherByItsColumns() {
    assertThat(RowShape.of(Drop.class).names())
        .containsExactlyElementsOf(TABLE.columns().stream().map(Column::name).toList());
    assertThat(TABLE.rows().values(FULL))
        .containsExactly("r", 3, "left", 1.5, 1.0, 2.0, 12, 7L, true);
    assertThat(TABLE.rows().values(EMPTY))
        .containsExactly("r", 0, null, null, null, null, null, null, null);
  }

  @Test
  void rowsComeBackFromAFileAsTheyWere() throws Exception {
    write(FULL, EMPTY);

    assertThat(read(TABLE.rows())).containsExactly(FULL, EMPTY);
    assertThat(read(TABLE.part(Heights.class)))
        .containsExactly(
            new Heights(FULL.height(), FULL.nanos()), new Heights(EMPTY.height(), EMPTY.nanos()));
    assertThat(read(TABLE.part(Low.class)))
        .containsExactly(new Low(OptionalDouble.of(1)), new Low(OptionalDouble.empty()));
  }

  @Test
  void documentNamesColumnsAsTheTableDoes() {
    assertThat(RowJson.of(FULL))
        .hasToString(
            "{\"bin\":3,\"side\":\"left\",\"height\":1.5,\"height_low\":1.0,"
                + "\"height_high_end\":2.0,\"pegs\":12,\"nanos\":7,\"kept\":true}");
    assertThat(RowJson.of(EMPTY))
        .hasToString(
            "{\"bin\":0,\"side\":null,\"height\":null,\"height_low\":null,"
                + "\"height_high_end\":null,\"pegs\":null,\"nanos\":null,\"kept\":null}");
  }

  @Test
  void columnsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> TABLE.part(StrayGroup.class))
        .hasMessage(
            "Cannot map StrayGroup to table drops: component OptionalDouble height.middle has no"
                + " column 'height_middle'");
    assertThatThrownBy(() -> TABLE.part(Certain.class))
        .hasMessage(
            "Cannot map Certain to table drops: component OptionalInt bin is column bin INT NOT"
                + " NULL: expected int");
    assertThatThrownBy(() -> TABLE.part(Text.class))
        .hasMessage(
            "Cannot map Text to table drops: component Optional<String> height is column height"
                + " DOUBLE: expected Double");
    assertThatThrownBy(() -> TABLE.part(Twice.class))
        .hasMessage(
            "Cannot map Twice to table drops: its columns are [bin INT NOT NULL, side STRING, side"
                + " STRING]; expected each once");
  }

  @Test
  void nullInPlaceOfAGroupOrAnOptionalIsRefused() {
    assertThatThrownBy(() -> TABLE.part(Heights.class).values(new Heights(null, FULL.nanos())))
        .hasMessage(
            "Cannot take Heights apart: component height is null; expected a group of columns or an"
                + " empty Optional in Heights[height=null, nanos=OptionalLong[7]]");
    assertThatThrownBy(() -> TABLE.part(Low.class).values(new Low(null)))
        .hasMessageStartingWith("Cannot take Low apart: component heightLow is null");
  }

  private org.apache.hadoop.fs.Path file() {
    return new org.apache.hadoop.fs.Path(folder.resolve("drops.parquet").toUri());
  }

  private void write(Drop... drops) throws Exception {
    try (ParquetWriter<Drop> writer = new Writing(file()).build()) {
      for (Drop drop : drops) {
        writer.write(drop);
      }
    }
  }

  private <P extends Record> List<P> read(Mapping<P> rows) throws Exception {
    try (ParquetReader<P> reader =
        ParquetReader.builder(new RowReadSupport<>(rows), file()).build()) {
      List<P> found = new ArrayList<>();
      for (P row = reader.read(); row != null; row = reader.read()) {
        found.add(row);
      }
      return found;
    }
  }

  private static final class Writing extends ParquetWriter.Builder<Drop, Writing> {
    @SuppressWarnings("deprecation") // The only form of it that takes a path.
    Writing(org.apache.hadoop.fs.Path file) {
      super(file);
    }

    @Override
    protected Writing self() {
      return this;
    }

    @SuppressWarnings("deprecation") // The only form that Parquet requires.
    @Override
    protected WriteSupport<Drop> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport<>(TABLE);
    }
  }
}
