package org.galton.study.play.view;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.page;
import static org.galton.report.ColumnFormat.text;

import org.galton.report.Columns;
import org.galton.report.Figures;

/**
 * The episodes of a model on a task, in the mean.
 *
 * @param reward sum over an episode's turns
 * @param truncated share that the limit of turns ended
 */
public record EpisodeFigures(
    String model,
    String task,
    String generation,
    String environment,
    long episodes,
    double won,
    double turns,
    double reward,
    double formatErrors,
    double truncated,
    double toolCalls) {
  public static final Columns<EpisodeFigures> COLUMNS =
      Columns.<EpisodeFigures>of()
          .column(EpisodeFigures::model, json("model"), text("model"), page("Model"))
          .column(EpisodeFigures::task, json("task"), text("task"), page("Task"))
          .column(EpisodeFigures::generation, json("generation"))
          .column(EpisodeFigures::environment, json("environment"), page("Environment"))
          .column(
              EpisodeFigures::episodes,
              json("episodes"),
              text("episodes", "%,d"),
              count("Episodes"))
          .column(
              EpisodeFigures::won,
              json("won"),
              text("won", "%.3f"),
              page("Won, %", Figures::percentNumber))
          .column(
              EpisodeFigures::turns,
              json("turns"),
              text("turns", "%.2f"),
              page("Turns", Figures::nats))
          .column(
              EpisodeFigures::reward,
              json("reward"),
              text("reward", "%.3f"),
              page("Reward", Figures::bits))
          .column(
              EpisodeFigures::formatErrors,
              json("format_errors"),
              text("format errors", "%.3f"),
              page("Format errors, %", Figures::percentNumber))
          .column(
              EpisodeFigures::truncated,
              json("truncated"),
              text("at limit", "%.3f"),
              page("At the limit, %", Figures::percentNumber))
          .column(
              EpisodeFigures::toolCalls,
              json("tool_calls"),
              text("tool calls", "%.2f"),
              page("Tool calls", Figures::nats));
}
