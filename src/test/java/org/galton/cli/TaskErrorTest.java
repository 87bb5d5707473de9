package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.galton.console.LocalSpark;
import org.galton.job.run.SparkAction;
import org.galton.spec.InvalidInput;
import org.galton.table.store.Unfinished;
import org.junit.jupiter.api.Test;

/** An {@link Error} in a task of this process reaches the command instead of ending the process. */
final class TaskErrorTest {
  @Test
  void stackOverflowOfATaskIsTheInputs() {
    assertThatThrownBy(() -> inATask(TaskErrorTest::deep))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read x: its input is nested too deep; expected a flatter query, spec or file");
  }

  @Test
  void fullMemoryOfATaskSaysHowToGiveMore() {
    assertThatThrownBy(
            () ->
                inATask(
                    value -> {
                      throw new OutOfMemoryError("Java heap space");
                    }))
        .isInstanceOf(Unfinished.class)
        .hasMessageStartingWith("Cannot read x: its memory is full (Java heap space); run the same")
        .hasMessageContaining("--driver-memory 8g");
  }

  private static long inATask(MapFunction<Long, Long> work) {
    var numbers = LocalSpark.session().range(1).map(work, Encoders.LONG());
    return SparkAction.run("read x", () -> numbers.collectAsList().get(0));
  }

  private static long deep(long value) {
    return value < 0 ? value : deep(value + 1) + 1;
  }
}
