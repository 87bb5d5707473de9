package org.galton.cli.sweep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.PrintOptions;
import org.galton.console.SessionFactory;
import org.galton.console.TaskFiles;
import org.galton.reinforce.TrainingForecast;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.report.Figures;
import org.galton.spec.SpecSource;

/** What {@code galton plan} says of a training. */
record TrainingPlan(TrainingForecast forecast, OptionalDouble seconds) {

  /**
   * @param rate tokens drawn and learned from in a second; null where not given
   */
  static TrainingPlan of(SpecSource source, Double rate) {
    Configuration hadoop = SessionFactory.plainHadoop();
    TrainingForecast forecast =
        TrainingForecast.of(ReinforceSpec.read(source, new TaskFiles(hadoop)), hadoop);
    double tokens = forecast.rollouts() * forecast.tokensPerRollout();
    return new TrainingPlan(
        forecast, rate == null ? forecast.seconds() : OptionalDouble.of(tokens / rate));
  }

  void print(PrintOptions printing) throws IOException {
    printing.print(this::json, Optional.empty(), this::text);
  }

  private ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("steps_done", forecast.stepsDone())
        .put("steps_left", forecast.stepsLeft())
        .put("rollouts", forecast.rollouts())
        .put("trees", forecast.trees())
        .put("evaluation_rollouts", forecast.measuredRollouts())
        .put("tokens_per_rollout", forecast.tokensPerRollout())
        .put("flops", forecast.flops());
    seconds.ifPresent(value -> root.put("seconds", value));
    return root;
  }

  private void text(PrintWriter out) {
    out.println(
        Figures.format(
            "Steps: %,d stored, %,d left; to draw: %s rollouts%s of about %.0f tokens, and %s to"
                + " measure",
            forecast.stepsDone(),
            forecast.stepsLeft(),
            Figures.count(forecast.rollouts()),
            forecast.trees() == 0
                ? ""
                : ", up to " + Figures.count(forecast.trees()) + " of them trees,",
            forecast.tokensPerRollout(),
            Figures.count(forecast.measuredRollouts())));
    out.println(
        Figures.format(
            "At most %.3g operations of drawing and learning%s",
            forecast.flops(), seconds.isPresent() ? ", in " + words(seconds.getAsDouble()) : ""));
  }

  private static String words(double seconds) {
    Duration duration = Duration.ofSeconds(Math.round(seconds));
    return Figures.format(
        "%d h %02d min %02d s",
        duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }
}
