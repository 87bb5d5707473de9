package org.galton.task.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SandboxProcessTest {
  private static final Limits LIMITS = new Limits(2, 1024, 1);

  @Test
  void whatOnePipeHoldsIsReadWhenTheOtherReachesItsLimit() throws Exception {
    for (int i = 0; i < 100; i++) {
      Finished finished =
          SandboxProcess.run(
              List.of("/bin/sh", "-c", "printf first >&2; printf %2000s x; exec sleep 60"),
              new byte[0],
              LIMITS);
      assertThat(finished.ending()).isEqualTo(Ending.OUTPUT_LIMIT);
      assertThat(finished.errors()).asString().isEqualTo("first");
    }
  }
}
