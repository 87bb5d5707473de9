package org.galton.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.galton.model.ModelCard;
import org.galton.model.llama.CheckpointWriter;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.decoding.HeadType;
import org.galton.model.llama.decoding.LlamaModel;
import org.galton.model.llama.decoding.PromptCache;
import org.galton.model.llama.decoding.SequenceForward;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.torch.Torch;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.task.Trainable;

/**
 * Trains a decoder from scratch on its tasks' worked examples: cross-entropy on the completions,
 * AdamW, linear warm-up, cosine decay to zero. Writes checkpoints at log-spaced steps and its state
 * every few hundred; the same command goes on from there.
 *
 * <p>The engine records gradients for the whole process, so one training runs at a time; others
 * wait.
 */
public final class Trainer {
  private static final int REPORT_EVERY = 100;
  private static final int SAVE_EVERY = 500;

  private final TrainSpec spec;
  private final Schedule schedule;
  private final String tokenizerJson;
  private final LlamaConfig config;
  private final TrainingProgress progress;

  public Trainer(TrainSpec spec, TrainingProgress progress) {
    this.spec = spec;
    this.schedule = spec.schedule();
    this.progress = progress;
    Architecture shape = spec.architecture();
    List<String> tokens =
        spec.tasks().stream().flatMap(share -> share.task().tokens().stream()).distinct().toList();
    this.tokenizerJson = CharacterTokenizer.json(tokens);
    this.config =
        new LlamaConfig(
            CharacterTokenizer.VOCABULARY + tokens.size(),
            shape.width(),
            shape.layers(),
            shape.heads(),
            shape.keyValueHeads(),
            shape.width() / shape.heads(),
            shape.feedForward(),
            shape.context(),
            1e-5,
            10_000,
            true);
  }

  /** Trains to the last step and returns the folder of the last checkpoint. */
  public Path train() throws IOException {
    synchronized (GradientLock.PROCESS) {
      Torch.start(schedule.threads());
      Path output = Files.createDirectories(Path.of(spec.output()));
      byte[] json = tokenizerJson.getBytes(StandardCharsets.UTF_8);
      try (NDManager manager = Torch.cpu();
          Tokenizer tokenizer = new Tokenizer(json, "tokenizer.json");
          LlamaWeights weights = LlamaWeights.random(manager, config, spec.seed())) {
        return new Run(manager, tokenizer, weights, output).toTheEnd();
      }
    }
  }

  /** Peak rate after the warm-up, then half a cosine down to zero. */
  static double learningRate(Schedule schedule, int step) {
    if (step <= schedule.warmup()) {
      return schedule.learningRate() * step / schedule.warmup();
    }
    double share = (double) (step - schedule.warmup()) / (schedule.steps() - schedule.warmup());
    return schedule.learningRate() * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, share)));
  }

  private final class Run {
    private final NDManager manager;
    private final Tokenizer tokenizer;
    private final LlamaWeights weights;
    private final Path output;
    private final SequenceForward forward;
    private final AdamW optimizer;
    private final ExampleStream examples = new ExampleStream(spec);
    private final TrainingState state;
    private final List<NDArray> saved;
    private long tokens;
    private double seconds;

    Run(NDManager manager, Tokenizer tokenizer, LlamaWeights weights, Path output) {
      this.manager = manager;
      this.tokenizer = tokenizer;
      this.weights = weights;
      this.output = output;
      this.forward = new SequenceForward(manager, weights, HeadType.FLOAT32);
      this.optimizer = new AdamW(manager, weights.arrays(), schedule.optimizer());
      this.state = new TrainingState(output);
      this.saved = new ArrayList<>(weights.arrays());
      saved.addAll(optimizer.state());
    }

    Path toTheEnd() throws IOException {
      int done = resume();
      weights.arrays().forEach(array -> array.setRequiresGradient(true));
      TreeSet<Integer> checkpoints = CheckpointSteps.of(schedule);
      double loss = 0;
      int since = 0;
      long tokensBefore = tokens;
      double secondsBefore = seconds;
      for (int step = done + 1; step <= schedule.steps(); step++) {
        loss += step(step);
        since++;
        if (checkpoints.contains(step)) {
          checkpoint(step);
        }
        if (step % REPORT_EVERY == 0 || step == schedule.steps()) {
          double rate = (tokens - tokensBefore) / (seconds - secondsBefore);
          progress.trained(step, loss / since, learningRate(schedule, step), rate);
          loss = 0;
          since = 0;
          tokensBefore = tokens;
          secondsBefore = seconds;
        }
        if (step % SAVE_EVERY == 0 || checkpoints.contains(step)) {
          state.save(saved, new TrainingState.Counters(step, tokens, seconds));
        }
      }
      return folder(schedule.steps());
    }

    private int resume() throws IOException {
      if (!state.exists()) {
        return 0;
      }
      TrainingState.Counters counters = state.restore(saved);
      tokens = counters.tokens();
      seconds = counters.seconds();
      progress.resumed(counters.step());
      return counters.step();
    }

    private double step(int step) {
      long start = System.nanoTime();
      Batch batch = Batch.of(examples.step(step), tokenizer, config.context());
      float loss;
      float norm;
      try (NDManager scratch = manager.newSubManager()) {
        scratch.tempAttachAll(weights.arrays().toArray(NDResource[]::new));
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
          NDArray mean = TrainingLoss.of(forward, batch, scratch);
          collector.backward(mean);
          loss = mean.getFloat();
        }
        norm = optimizer.update(scratch, step, learningRate(schedule, step));
      }
      if (!Float.isFinite(loss) || !Float.isFinite(norm)) {
        throw new IllegalStateException(
            "Cannot go on training at step "
                + step
                + ": the loss is "
                + loss
                + ", the norm of its gradient "
                + norm
                + "; lower training.learning_rate");
      }
      tokens += batch.tokens();
      seconds += (System.nanoTime() - start) / 1e9;
      return loss;
    }

    private void checkpoint(int step) throws IOException {
      Provenance provenance =
          new Provenance(
              spec.model(),
              step,
              schedule.steps(),
              tokens,
              6.0 * config.parameters() * tokens,
              seconds,
              spec.seed());
      new CheckpointWriter(config, tokenizerJson, CharacterTokenizer.END)
          .write(
              folder(step),
              weights,
              new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(provenance));
      progress.checkpoint(provenance, heldOutLoss(), passRates(provenance));
    }

    private SortedMap<String, Double> passRates(Provenance provenance) {
      ModelCard card =
          new ModelCard(
              spec.model(),
              "",
              config.parameters(),
              config.context(),
              OptionalLong.of(provenance.step()),
              OptionalDouble.of(provenance.flops()));
      Set<Long> ends = Set.of((long) CharacterTokenizer.END);
      SortedMap<String, Double> rates = new TreeMap<>();
      try (LlamaModel model =
          new LlamaModel(card, weights, tokenizer, ends, PromptCache.SHARED, schedule.batch())) {
        for (TaskShare share : spec.tasks()) {
          Trainable task = share.task();
          double rate = PassRate.of(model, task, schedule.validationPrompts(), spec.seed());
          rates.put(task.name(), rate);
        }
      }
      return rates;
    }

    /** Loss on examples that no training step draws. */
    private double heldOutLoss() {
      Batch batch = Batch.of(examples.step(schedule.steps() + 1), tokenizer, config.context());
      try (NDManager scratch = manager.newSubManager()) {
        scratch.tempAttachAll(weights.arrays().toArray(NDResource[]::new));
        return TrainingLoss.of(forward, batch, scratch).getFloat();
      }
    }

    private Path folder(int step) {
      return output.resolve(String.format("step-%06d", step));
    }
  }
}
