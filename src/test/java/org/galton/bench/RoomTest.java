package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galton.bench.DecodeCells.cell;

import org.junit.jupiter.api.Test;

final class RoomTest {
  private static final long GIBIBYTE = 1L << 30;
  private static final DecodeCell CELL = cell(Way.COPIED, 2, 2048, 256, 64);

  @Test
  void aCellThatNeedsMoreThanIsFreeIsRefusedWithBothSizes() {
    Room room = new Room(5 * GIBIBYTE, 4096);

    assertThat(room.refusal(CELL, 4 * GIBIBYTE)).isEmpty();
    assertThat(room.refusal(CELL, 8 * GIBIBYTE))
        .contains("needs 10.0 GiB of memory; 5.0 GiB are free");
  }

  @Test
  void aCellBeyondTheContextIsRefusedWithBothLengths() {
    assertThat(new Room(GIBIBYTE, 2112).refusal(CELL, 1)).isEmpty();
    assertThat(new Room(GIBIBYTE, 2111).refusal(CELL, 1))
        .contains("2112 tokens with the prompt; the model's context is 2111");
  }
}
