package org.galton.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ShutdownHookManager;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.Stopping;
import org.galton.console.Versions;
import org.galton.model.ComputeWish;
import org.galton.model.llama.ServedCheckpoint;
import org.galton.model.source.Checkpoints;
import org.galton.serve.ModelServer;
import org.galton.serve.ServeSettings;
import org.galton.serve.api.Limits;
import org.galton.serve.api.ModelApi;
import org.galton.serve.api.ServedModel;
import org.galton.spec.InvalidInput;
import org.galton.spec.ValueType;
import org.galton.sweep.Decoding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton serve}: a checkpoint behind OpenAI's API; needs no Spark session. */
@Command(
    name = "serve",
    description =
        "Put a checkpoint behind OpenAI's API, so that other programs can ask the model that a sweep"
            + " asks. Prints one line once it is ready. Ctrl-C or SIGTERM ends it, after the answers"
            + " that it has begun.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton serve --model builtin:abacus --port 8000",
      "         curl http://127.0.0.1:8000/v1/completions -H 'Content-Type: application/json' \\",
      "           -d '{\"prompt\": \"37+58=?\\n\", \"n\": 3, \"seed\": 1}'"
    })
final class ServeCommand implements Callable<Integer> {
  /** After the line that {@link Stopping} says, before the process is gone. */
  private static final int PRIORITY = 900;

  private static final int SPARE_SECONDS = 5;

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "SOURCE",
      converter = HomePath.class,
      description =
          "A Hugging Face checkpoint directory or builtin:abacus[@STEP], either with +adapter:DIR"
              + " for a LoRA adapter of PEFT beside it.")
  private String model;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "The model's name for clients; may be given several times, and answers say the first"
              + " (default: SOURCE).")
  private List<String> names = List.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8000",
      description = "Port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = ServeSettings.LOOPBACK,
      description =
          "Address of this machine to listen on; any but loopback lets others in (default:"
              + " ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--key-variable",
      paramLabel = "NAME",
      description =
          "Environment variable with the key that clients must send (default: no key is asked for).")
  private String keyVariable;

  @Option(
      names = "--loops",
      paramLabel = "N",
      description =
          "Decode loops side by side, one thread each (default: one a processor, 1 on a GPU).")
  private Integer loops;

  @Option(
      names = "--slots",
      paramLabel = "N",
      description =
          "Completions that a loop draws side by side. A step takes as long for one as for all"
              + " (default: 32, 1024 on a GPU).")
  private Integer slots;

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "1024",
      description =
          "Most completions that are drawn or wait at a time, of one request and of all; beyond"
              + " them the answer is 503 (default: ${DEFAULT-VALUE}).")
  private int queue;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "cpu",
      description = "cpu or gpu:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--compute",
      paramLabel = "TYPE",
      defaultValue = "float32",
      description =
          "float32, bfloat16, float16 or int8; auto is the checkpoint's own type where the processor"
              + " multiplies it, else float32 (default: ${DEFAULT-VALUE}).")
  private String compute;

  @Option(
      names = "--drain",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "How long answers that have begun may still take when it is ended (default:"
              + " ${DEFAULT-VALUE}).")
  private int drain;

  @Override
  public Integer call() throws InterruptedException {
    ServeSettings settings = settings();
    try (ServedCheckpoint checkpoint = open();
        ModelServer server = ModelServer.start(api(checkpoint), settings)) {
      endGently(server);
      PrintWriter out = spec.commandLine().getOut();
      out.println("Serving %s at %s".formatted(model, server.address()));
      out.flush();
      new CountDownLatch(1).await(); // Until a signal.
    }
    return ExitCode.COMPLETE.value();
  }

  private ServeSettings settings() {
    ServeSettings settings = ServeSettings.withDefaults().at(host, port).withCompletions(queue);
    if (keyVariable != null) {
      String key = System.getenv(keyVariable);
      if (key == null || key.isBlank()) {
        throw new InvalidInput(
            "Cannot ask for a key: the environment variable %s is not set; set it, or leave out --key-variable"
                .formatted(keyVariable));
      }
      return settings.withKey(key.strip());
    }
    if (!isLoopback()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "Warning: without --key-variable whoever reaches %s may draw from this model; nothing is encrypted."
              .formatted(host));
      err.flush();
    }
    return settings;
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new InvalidInput("Cannot listen on %s: no such host".formatted(host), e);
    }
  }

  private ServedCheckpoint open() {
    if (!device.matches("cpu|gpu:[0-9]{1,3}")) {
      throw new InvalidInput("Invalid --device %s: expected cpu or gpu:N".formatted(device));
    }
    boolean onCpu = device.equals("cpu");
    int processors = Runtime.getRuntime().availableProcessors();
    return new Checkpoints(new Configuration())
        .serve(
            model,
            new Decoding(
                atLeastOne("--slots", slots, onCpu ? 32 : Decoding.slotsByDefault(device)),
                device,
                computeWish()),
            atLeastOne("--loops", loops, onCpu ? processors : 1));
  }

  private static int atLeastOne(String option, Integer given, int otherwise) {
    if (given != null && (given < 1 || given > 65_536)) {
      throw new InvalidInput(
          "Invalid %s %d: expected a whole number from 1 to 65536".formatted(option, given));
    }
    return given == null ? otherwise : given;
  }

  private ComputeWish computeWish() {
    List<String> words = Arrays.stream(ComputeWish.values()).map(ComputeWish::word).toList();
    if (!words.contains(compute)) {
      throw new InvalidInput(
          "Invalid --compute %s: expected one of %s%s"
              .formatted(compute, String.join(", ", words), ValueType.word(words).hint(compute)));
    }
    return ComputeWish.valueOf(compute.toUpperCase(Locale.ROOT));
  }

  private ModelApi api(ServedCheckpoint checkpoint) {
    List<String> known = new ArrayList<>(names);
    known.add(model);
    known.add(checkpoint.card().name());
    return new ModelApi(
        new ServedModel(
            checkpoint,
            known.stream().distinct().toList(),
            Versions.galton(),
            System.currentTimeMillis() / 1000),
        new Limits(queue));
  }

  private void endGently(ModelServer server) {
    Stopping.of(spec).saying(() -> "Ending, after the answers that have begun.");
    ShutdownHookManager.get()
        .addShutdownHook(
            () -> drain(server), PRIORITY, drain + (long) SPARE_SECONDS, TimeUnit.SECONDS);
  }

  private void drain(ModelServer server) {
    try {
      int left = server.drain(Duration.ofSeconds(drain));
      if (left > 0) {
        spec.commandLine().getErr().println("%,d completions were cut off.".formatted(left));
        spec.commandLine().getErr().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
  }
}
