package org.galton.job.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GpuTasksTest {
  @ParameterizedTest
  @ValueSource(strings = {"local", "local[*]", "local[4,2]"})
  void oneProcessHandsOutNoGpu(String master) {
    assertThatThrownBy(
            () -> GpuTasks.check(conf(master).set("spark.executor.resource.gpu.amount", "1")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot decode on a GPU with the master "
                + master
                + ": Spark assigns none there; give a cluster, such as local-cluster[1,8,16384] on"
                + " one machine, or set decoding.device to cpu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"spark://host:7077", "yarn", "k8s://https://host", "local-cluster[1,8,16384]"})
  void anApplicationWhoseExecutorsGetNoneIsRefused(String master) {
    assertThatThrownBy(() -> GpuTasks.check(conf(master)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot decode on a GPU: the executors are given none; set"
                + " spark.executor.resource.gpu.amount as in cluster-conf/, or decoding.device to"
                + " cpu");
    assertThatCode(
            () -> GpuTasks.check(conf(master).set("spark.executor.resource.gpu.amount", "2")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64})
  void tasksShareAGpuEvenly(int tasks) {
    double share = GpuTasks.profile(tasks).taskResources().get("gpu").get().amount();
    assertThat((int) (1 / share)).isEqualTo(tasks);
  }

  private static SparkConf conf(String master) {
    return new SparkConf(false).setMaster(master);
  }
}
