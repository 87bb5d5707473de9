package org.galton.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.SpecFile;
import org.galton.console.Stopping;
import org.galton.console.TakesSpec;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.train.Provenance;
import org.galton.train.TrainSpec;
import org.galton.train.Trainer;
import org.galton.train.TrainingProgress;
import org.galton.train.adapter.AdapterSpec;
import org.galton.train.adapter.AdapterTraining;
import org.galton.train.value.TrainingWish;
import org.galton.train.value.ValueReport;
import org.galton.train.value.ValueSpec;
import org.galton.train.value.ValueTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton train}: a small decoder from scratch, from a spec to checkpoints. */
@Command(
    name = "train",
    description = {
      "Train a small decoder from scratch on the tasks' worked examples.",
      "Writes checkpoints in Hugging Face layout; after an interruption the same command goes on.",
      "With the key value: a head on a checkpoint that says of partial completions how probable it"
          + " is that they become right, from stored rollouts. Samplers search by it.",
      "With the key adapter: low-rank factors beside a checkpoint, from a task's worked examples."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton train jobs/train-abacus.yaml --set output=runs/mine --set"
          + " training.steps=500",
      "         ./galton train jobs/studies/value-train.yaml"
    })
final class TrainCommand implements Callable<Integer>, TakesSpec {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SPEC",
      converter = HomePath.class,
      description = "A training spec in YAML.")
  private String file;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Overrides a key of the spec.")
  private List<String> overrides = List.of();

  @Override
  public Set<SpecKey> keys(SpecSource source) {
    return TrainingWish.keys(source);
  }

  @Override
  public Integer call() throws IOException {
    TrainingWish wish = TrainingWish.read(SpecFile.read(file, overrides));
    if (wish instanceof TrainingWish.OfValue value) {
      return train(value.spec());
    }
    if (wish instanceof TrainingWish.OfAdapter adapter) {
      return train(adapter.spec());
    }
    return train(((TrainingWish.OfModel) wish).spec());
  }

  /** Reading what is stored and states takes minutes, and is done anew after an interruption. */
  private int train(ValueSpec wanted) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ValueTraining.Trained trained = new ValueTraining(wanted).train();
    out.printf(
        Locale.ROOT,
        "Fitted to %,d beginnings of %,d rollouts in %,d steps; on %,d beginnings of prompts that were held out:%n%n%s%n",
        trained.fitted(),
        trained.rollouts(),
        trained.steps(),
        trained.heldOut(),
        ValueReport.text(trained.measured()));
    out.println("The value head is " + trained.folder() + ", digest " + trained.digest());
    return ExitCode.COMPLETE.value();
  }

  private int train(AdapterSpec wanted) throws IOException {
    AdapterTraining.Trained trained = new AdapterTraining(wanted).train();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "The adapter is %s; loss of a token %.3f before, %.3f at the last step%n",
            trained.folder(),
            trained.firstLoss(),
            trained.lastLoss());
    return ExitCode.COMPLETE.value();
  }

  private int train(TrainSpec wanted) throws IOException {
    Stopping.of(spec)
        .saying(
            () ->
                "Stopped. The same command goes on from what it last wrote to %s."
                    .formatted(wanted.output()));
    Path last = new Trainer(wanted, new Report(spec.commandLine().getErr())).train();
    spec.commandLine().getOut().println("The last checkpoint is " + last);
    return ExitCode.COMPLETE.value();
  }

  private record Report(PrintWriter err) implements TrainingProgress {
    @Override
    public void trained(int step, double loss, double learningRate, double tokensPerSecond) {
      say(
          "step %6d  loss %.4f  learning rate %.2e  %,.0f tokens/s",
          step, loss, learningRate, tokensPerSecond);
    }

    @Override
    public void checkpoint(
        Provenance provenance, double heldOutLoss, SortedMap<String, Double> passRates) {
      StringBuilder rates = new StringBuilder();
      passRates.forEach(
          (task, rate) -> rates.append(String.format(Locale.ROOT, "  %s %.3f", task, rate)));
      say(
          "step %6d  checkpoint: %.3g FLOPs  held-out loss %.4f  validation pass rate:%s",
          provenance.step(), provenance.flops(), heldOutLoss, rates);
    }

    @Override
    public void resumed(int step) {
      say("Going on from step %d", step);
    }

    private void say(String format, Object... values) {
      err.println(String.format(Locale.ROOT, format, values));
      err.flush();
    }
  }
}
