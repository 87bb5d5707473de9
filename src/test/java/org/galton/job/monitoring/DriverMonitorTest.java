package org.galton.job.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.resource.ResourceInformation;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.junit.jupiter.api.Test;

final class DriverMonitorTest {
  private final MetricRegistry registry = new MetricRegistry();
  private long now;
  private final DriverMonitor monitor = new DriverMonitor(() -> now);

  @Test
  void whatExecutorsReportIsAddedUp() {
    monitor.registerMetrics("app", new RegistryOnly(registry));
    monitor.receive(new DrawingReport("1", 100, 10, 1, 2, 30, 5));
    monitor.receive(new DrawingReport("2", 50, 5, 0, 1, 20, 0));
    monitor.receive(new DrawingReport("1", 160, 14, 2, 2, 31, 1));

    assertThat(registry.getMeters().get("tokens").getCount()).isEqualTo(210);
    assertThat(registry.getMeters().get("rollouts").getCount()).isEqualTo(19);
    assertThat(registry.getMeters().get("failures").getCount()).isEqualTo(2);
    assertThat(gauge("shards")).isEqualTo(3);
    assertThat(gauge("slots_in_use")).isEqualTo(51);
    assertThat(gauge("queue")).isEqualTo(1);
  }

  @Test
  void anExecutorThatIsSilentDrawsNothingAndWhatItDrewStays() {
    monitor.registerMetrics("app", new RegistryOnly(registry));
    monitor.receive(new DrawingReport("1", 100, 10, 0, 2, 30, 5));
    now = Duration.ofMinutes(1).toNanos();
    monitor.receive(new DrawingReport("2", 7, 1, 0, 1, 4, 0));

    assertThat(registry.getMeters().get("tokens").getCount()).isEqualTo(107);
    assertThat(gauge("slots_in_use")).isEqualTo(4);
  }

  @Test
  void slotsAreInUseFromTheRequestToItsOutcome() {
    DrawingCounts counts = new DrawingCounts();
    Iterator<Request> requests = requests(4);
    List<Outcome> sunk = new ArrayList<>();
    try (DrawingCounts.Shard shard = counts.begin(4)) {
      Iterator<Request> taken = shard.taken(requests);
      Consumer<Outcome> sink = shard.counted(sunk::add);
      assertThat(counts.report("1")).isEqualTo(new DrawingReport("1", 0, 0, 0, 1, 0, 4));
      Request first = taken.next();
      Request second = taken.next();
      assertThat(counts.report("1")).isEqualTo(new DrawingReport("1", 0, 0, 0, 1, 2, 2));
      sink.accept(completion(first, 7));
      sink.accept(new GenerationFailure(second, "the server said 503"));
      taken.next();
      assertThat(counts.report("1")).isEqualTo(new DrawingReport("1", 7, 1, 1, 1, 1, 1));
    }

    assertThat(counts.report("1"))
        .as("a shard that was given up leaves nothing behind")
        .isEqualTo(new DrawingReport("1", 7, 1, 1, 0, 0, 0));
    assertThat(sunk).hasSize(2);
  }

  @Test
  void whatTheSinkThrowsReachesTheModel() {
    DrawingCounts counts = new DrawingCounts();
    try (DrawingCounts.Shard shard = counts.begin(1)) {
      Request request = shard.taken(requests(1)).next();
      Consumer<Outcome> sink =
          shard.counted(
              outcome -> {
                throw new IllegalStateException("full");
              });
      assertThatThrownBy(() -> sink.accept(completion(request, 1))).hasMessage("full");
    }
  }

  private long gauge(String name) {
    return (Long) registry.getGauges().get(name).getValue();
  }

  private static Iterator<Request> requests(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> new Request(i, new ModelPrompt.Raw("1+1="), i))
        .iterator();
  }

  private static Completion completion(Request request, int tokens) {
    return new Completion(request, "2", Completion.Finish.STOP, 4, tokens, -1, 0.5, 0.1);
  }

  private record RegistryOnly(MetricRegistry metricRegistry) implements PluginContext {
    @Override
    public SparkConf conf() {
      return new SparkConf(false);
    }

    @Override
    public String executorID() {
      return "driver";
    }

    @Override
    public String hostname() {
      return "localhost";
    }

    @Override
    public Map<String, ResourceInformation> resources() {
      return Map.of();
    }

    @Override
    public void send(Object message) {}

    @Override
    public Object ask(Object message) {
      return null;
    }
  }
}
