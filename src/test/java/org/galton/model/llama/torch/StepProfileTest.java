package org.galton.model.llama.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.galton.model.llama.torch.StepProfile.Part;
import org.junit.jupiter.api.Test;

final class StepProfileTest {
  @Test
  void timeBelongsToTheInnermostOperationAndAGapToTheCalls() throws Exception {
    String trace =
        """
        [{"ph": "X", "name": "sequence", "ts": 0, "dur": 100},
         {"ph": "X", "name": "aten::mm", "ts": 10, "dur": 50},
         {"ph": "X", "name": "step", "ts": 120, "dur": 200},
         {"ph": "X", "name": "aten::mm", "ts": 140, "dur": 60},
         {"ph": "X", "name": "aten::linear", "ts": 130, "dur": 80},
         {"ph": "X", "name": "aten::bmm", "ts": 210, "dur": 30},
         {"ph": "X", "name": "aten::index_put_", "ts": 250, "dur": 10},
         {"ph": "X", "name": "draw", "ts": 330, "dur": 40},
         {"ph": "X", "name": "aten::softmax", "ts": 335, "dur": 20},
         {"ph": "M", "name": "a note"}]
        """;

    Map<Part, Double> parts = StepProfile.parts(new ObjectMapper().readTree(trace));

    assertThat(micros(parts, Part.PROMPT)).isCloseTo(100, within(1e-6));
    assertThat(micros(parts, Part.WEIGHTS)).isCloseTo(60, within(1e-6));
    assertThat(micros(parts, Part.ATTENTION)).isCloseTo(30, within(1e-6));
    assertThat(micros(parts, Part.CACHE)).isCloseTo(10, within(1e-6));
    assertThat(micros(parts, Part.ELEMENTS)).isCloseTo(20, within(1e-6));
    assertThat(micros(parts, Part.DRAW)).isCloseTo(40, within(1e-6));
    // Of the step 200 - 80 - 30 - 10, and the gaps of 20 and 10 between the methods.
    assertThat(micros(parts, Part.CALLS)).isCloseTo(80 + 30, within(1e-6));
    assertThat(parts.values().stream().mapToDouble(seconds -> 1e6 * seconds).sum())
        .isCloseTo(370, within(1e-6));
  }

  private static double micros(Map<Part, Double> parts, Part part) {
    return 1e6 * parts.get(part);
  }
}
