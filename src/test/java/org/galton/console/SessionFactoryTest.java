package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionFactoryTest {
  @ParameterizedTest
  @ValueSource(strings = {"local[*]", "local[2]", "local-cluster[2,1,1024]"})
  void withoutAClusterTheDriverListensOnThisMachineOnly(String master) {
    SparkConf conf =
        SessionFactory.configured("sql", new SparkConf(false).set("spark.master", master));

    assertThat(conf.get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
    assertThat(conf.get("spark.driver.host")).isEqualTo("127.0.0.1");
    assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
    assertThat(conf.get("spark.executor.heartbeatInterval")).isEqualTo("1s");
    assertThat(conf.get("spark.broadcast.compress")).isEqualTo("false");
  }

  @Test
  void executorsOfAClusterReachTheDriver() {
    SparkConf conf =
        SessionFactory.configured(
            "sql", new SparkConf(false).set("spark.master", "spark://head:7077"));

    assertThat(conf.contains("spark.driver.bindAddress")).isFalse();
    assertThat(conf.contains("spark.driver.host")).isFalse();
    assertThat(conf.contains("spark.executor.heartbeatInterval")).isFalse();
    assertThat(conf.contains("spark.broadcast.compress")).isFalse();
  }

  @Test
  void whatTheUserSetsWins() {
    SparkConf given = new SparkConf(false).set("spark.driver.host", "10.0.0.1");

    assertThat(SessionFactory.configured("sql", given).get("spark.driver.host"))
        .isEqualTo("10.0.0.1");
  }
}
