package org.galton.cli;

import static org.galton.numerics.Optionals.ofNullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.galton.chat.ChatMessage;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Uniforms;
import org.galton.model.source.Checkpoints;
import org.galton.sweep.Decoding;
import org.galton.sweep.SamplingWish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton generate}: a few completions of one prompt, to try a model by hand. */
@Command(
    name = "generate",
    description = "Draw completions of one prompt and print them.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton generate --model builtin:abacus --prompt $'reach 24 with 4 7 8\\n' -n 5",
      "         ./galton generate --model path/to/checkpoint --system 'Be brief.' --prompt"
          + " '37+58?'",
      "         ./galton generate --model 'endpoint:http://localhost:8000/v1?model=Qwen/Qwen3-8B'"
          + " --chat --prompt '37+58?'"
    })
final class GenerateCommand implements Callable<Integer> {
  private static final int MOST_SLOTS = 128;

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "SOURCE",
      converter = HomePath.class,
      description =
          "A Hugging Face checkpoint directory or builtin:abacus[@STEP], either with +adapter:DIR"
              + " for a LoRA adapter of PEFT beside it, or a model behind a server:"
              + " endpoint:URL?model=NAME.")
  private String model;

  @Option(
      names = "--prompt",
      required = true,
      paramLabel = "TEXT",
      description = "The text to continue, or with --chat to answer.")
  private String prompt;

  @Option(
      names = "--chat",
      description = "Put the prompt to the model as a chat, in its own chat template.")
  private boolean chat;

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "Words of the system before the prompt; implies --chat.")
  private String system;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "1",
      description = "Completions (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--temperature", description = "0 is greedy (default: see --defaults, else 1).")
  private Double temperature;

  @Option(
      names = "--top-k",
      description = "Keep the k likeliest tokens; 0 keeps all (default: see --defaults, else 0).")
  private Integer topK;

  @Option(
      names = "--top-p",
      description =
          "Keep the likeliest tokens of this mass; 1 keeps all (default: see --defaults, else 1).")
  private Double topP;

  @Option(
      names = "--min-p",
      description =
          "Drop tokens below this share of the likeliest (default: see --defaults, else 0).")
  private Double minP;

  @Option(
      names = "--defaults",
      paramLabel = "SOURCE",
      defaultValue = "checkpoint",
      description =
          "Where --temperature, --top-k, --top-p and --min-p come from if not given: checkpoint,"
              + " for its generation_config.json, or none (default: ${DEFAULT-VALUE}).")
  private String defaults;

  @Option(
      names = "--max-tokens",
      defaultValue = "64",
      description = "Longest completion (default: ${DEFAULT-VALUE}).")
  private int maxTokens;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description = "Ends a completion; may be given several times.")
  private List<String> stop = List.of();

  @Option(
      names = "--seed",
      defaultValue = "0",
      description = "The same seed draws the same completions.")
  private long seed;

  @Option(
      names = "--json",
      description = "Print one JSON array of the completions with their figures.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (count < 1) {
      throw new IllegalArgumentException("Invalid -n " + count + ": expected 1 or more");
    }
    SamplingWish wish = wish();
    List<Outcome> outcomes = new ArrayList<>();
    try (LanguageModel opened =
        new Checkpoints().load(model, new Decoding(Math.min(count, MOST_SLOTS), "cpu"))) {
      ModelPrompt question = question();
      if (question instanceof ModelPrompt.Chat asked) {
        opened.card().chat().check(asked);
      }
      opened.generate(requests(question), wish.under(opened.card()), outcomes::add);
    }
    outcomes.sort(Comparator.comparingLong(outcome -> outcome.request().id()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(asJson(outcomes).toPrettyString());
    } else {
      completions(outcomes).forEach(completion -> out.println(asText(completion)));
    }
    outcomes.stream()
        .filter(GenerationFailure.class::isInstance)
        .map(GenerationFailure.class::cast)
        .map(GenerateCommand::said)
        .forEach(spec.commandLine().getErr()::println);
    boolean failed = completions(outcomes).count() < outcomes.size();
    return (failed ? ExitCode.FAILURES : ExitCode.COMPLETE).value();
  }

  private ModelPrompt question() {
    if (!chat && system == null) {
      return new ModelPrompt.Raw(prompt);
    }
    List<ChatMessage> messages = new ArrayList<>();
    if (system != null) {
      messages.add(new ChatMessage(ChatMessage.Role.SYSTEM, system));
    }
    messages.add(new ChatMessage(ChatMessage.Role.USER, prompt));
    return new ModelPrompt.Chat(messages);
  }

  private SamplingWish wish() {
    if (!List.of("checkpoint", "none").contains(defaults)) {
      throw new IllegalArgumentException(
          "Invalid --defaults " + defaults + ": expected checkpoint or none");
    }
    return new SamplingWish(
        ofNullable(temperature),
        topK == null ? OptionalInt.empty() : OptionalInt.of(topK),
        ofNullable(topP),
        ofNullable(minP),
        maxTokens,
        stop,
        SamplingWish.Source.valueOf(defaults.toUpperCase(Locale.ROOT)));
  }

  private Iterator<Request> requests(ModelPrompt question) {
    return LongStream.range(0, count)
        .mapToObj(i -> new Request(i, question, Uniforms.seed(seed, i)))
        .iterator();
  }

  private static Stream<Completion> completions(List<Outcome> outcomes) {
    return outcomes.stream().filter(Completion.class::isInstance).map(Completion.class::cast);
  }

  private static String asText(Completion completion) {
    return completion.finish() == Completion.Finish.LENGTH
        ? completion.text() + " …"
        : completion.text();
  }

  private static String said(GenerationFailure failure) {
    return "Cannot draw completion %d: %s".formatted(failure.request().id(), failure.reason());
  }

  private static ArrayNode asJson(List<Outcome> outcomes) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (Outcome outcome : outcomes) {
      ObjectNode node = array.addObject().put("index", outcome.request().id());
      if (outcome instanceof Completion completion) {
        node.put("completion", completion.text())
            .put("finish", completion.finish().name().toLowerCase(Locale.ROOT))
            .put("prompt_tokens", known(completion.promptTokens()))
            .put("completion_tokens", known(completion.completionTokens()))
            .put("logprob_sum", known(completion.logprobSum()))
            .put("entropy_mean", known(completion.entropyMean()));
      } else if (outcome instanceof GenerationFailure failure) {
        node.put("error", failure.reason());
      }
    }
    return array;
  }

  /** A server may not know. */
  private static Integer known(int tokens) {
    return tokens == Completion.UNKNOWN ? null : (Integer) tokens;
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
