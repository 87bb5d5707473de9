package org.galton.job.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galton.job.figure.StoredStages;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.PassAtK;
import org.galton.statistics.stage.PilotWeights;
import org.galton.statistics.stage.StagedPassAtK;
import org.galton.statistics.stage.StagedTally;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.SecondStage;
import org.junit.jupiter.api.Test;

final class ComparedMetricTest {
  private static final StagedTally STAGES =
      PilotWeights.expecting(3, 9, 12, 9, 3).weigh(new Tally(4, 1), new Tally(9, 6));

  private static PromptStatisticsRow row(SecondStage second) {
    return new PromptStatisticsRow(
        "r", "s", "m", "t", "x", "g", "j", "p", "p", 4, 1, 0, 0, 0, 0, 0, 1, null, null, null, 4L,
        1, second);
  }

  @Test
  void promptsOfABudgetAreComparedByBothStages() {
    PromptStatisticsRow row = row(StoredStages.columns(STAGES, 0));

    for (int k : List.of(1, 2, 4)) {
      assertThat(new ComparedMetric.Pass(k).value(row))
          .isEqualTo(new StagedPassAtK(k).value(STAGES))
          .isNotEqualTo(new PassAtK(k).value(new Tally(4, 1)))
          .isNotEqualTo(new PassAtK(k).value(new Tally(13, 7)));
    }
    assertThat(new ComparedMetric.Mean().value(row)).isEqualTo(new StagedPassAtK(1).value(STAGES));
  }

  @Test
  void otherPromptsAreComparedByTheirCounts() {
    assertThat(new ComparedMetric.Pass(2).value(row(SecondStage.NONE)))
        .isEqualTo(new PassAtK(2).value(new Tally(4, 1)));
  }
}
