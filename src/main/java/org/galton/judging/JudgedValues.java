package org.galton.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.endpoint.ServerUnreachable;
import org.galton.model.search.PartialCompletion;
import org.galton.model.search.PartialValue;
import org.galton.model.search.PartialValue.Cost;
import org.galton.model.search.PartialValues;
import org.galton.model.search.SearchedPrompt;
import org.galton.model.source.Checkpoints;
import org.galton.model.source.ModelLoader;
import org.galton.search.ValueSource.Judged;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.galton.sweep.ValueQuestion;
import org.galton.table.store.Fingerprint;
import org.galton.table.store.Unfinished;

/**
 * Asks a model about many partial completions at once, about equal ones once. A reply without a
 * number in its range is a fault: it has the value that the spec names for this, or none, which
 * ends its search.
 */
public final class JudgedValues implements PartialValues {
  private static final int LONGEST_PARTIAL = 4000;
  private static final int FENCE_BYTES = 8;
  private static final int MOST_KNOWN = 65_536;

  /** What any judge can tell; its value is no matter. */
  private static final PartialCompletion TRIAL =
      new PartialCompletion(
          new SearchedPrompt("trial", "What is 2 + 2?", partial -> 1, whole -> 1),
          "2 + 2 is",
          new int[0]);

  private final Judged judge;
  private final ValueWords words;
  private final ModelLoader models;
  private final Map<String, Double> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
          return size() > MOST_KNOWN;
        }
      };
  private LanguageModel model;

  public JudgedValues(Judged judge) {
    this(judge, new Checkpoints());
  }

  JudgedValues(Judged judge, ModelLoader models) {
    this.judge = judge;
    this.words = new ValueWords(judge.most());
    this.models = models;
  }

  /** Each costs money. */
  @Override
  public boolean looksAhead() {
    return false;
  }

  /**
   * @throws Unfinished when the model does not answer at all
   * @throws InvalidInput when only the user can put it right
   */
  @Override
  public List<PartialValue> of(List<PartialCompletion> partials) {
    List<String> keys = partials.stream().map(this::key).toList();
    Map<String, PartialCompletion> unknown = new LinkedHashMap<>();
    Map<String, PartialValue> found = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Double value = known.get(keys.get(i));
      if (value == null) {
        unknown.put(keys.get(i), partials.get(i));
      } else {
        found.put(keys.get(i), new PartialValue.Known(value, Cost.NOTHING));
      }
    }
    ask(unknown, found);
    List<PartialValue> values = new ArrayList<>();
    for (String key : keys) {
      values.add(found.get(key));
      // Whoever asks first pays.
      found.computeIfPresent(key, (same, value) -> free(value));
    }
    return values;
  }

  private static PartialValue free(PartialValue value) {
    return value instanceof PartialValue.Known known
        ? new PartialValue.Known(known.value(), Cost.NOTHING)
        : new PartialValue.Missing(((PartialValue.Missing) value).reason(), Cost.NOTHING);
  }

  /**
   * Asks one question, so that hours of drawing do not end at a judge that does not answer.
   *
   * @throws Unfinished when a server is not there
   * @throws InvalidInput when the model cannot be asked
   */
  public void tryOut() {
    PartialValue value;
    try {
      value = of(List.of(TRIAL)).get(0);
    } catch (ServerUnreachable e) {
      throw new Unfinished(problem("ask", e.getMessage()) + "; start the server", e);
    }
    if (value instanceof PartialValue.Missing missing && value.cost().faults() == 0) {
      throw new InvalidInput(problem("ask", missing.reason()));
    }
  }

  private void ask(Map<String, PartialCompletion> unknown, Map<String, PartialValue> found) {
    if (unknown.isEmpty()) {
      return;
    }
    List<String> keys = List.copyOf(unknown.keySet());
    List<Request> requests = new ArrayList<>();
    LanguageModel asked = model();
    unknown.forEach(
        (key, partial) ->
            requests.add(
                new Request(
                    requests.size(),
                    ModelVerifier.prompt(asked, question(key, partial)),
                    Fingerprint.of(List.of(key)).bits())));
    try {
      asked.generate(
          requests.iterator(),
          new Sampling(judge.temperature(), 0, 1, 0, judge.maxTokens(), List.of()),
          outcome -> {
            String key = keys.get((int) outcome.request().id());
            PartialValue value = value(outcome);
            found.put(key, value);
            if (value instanceof PartialValue.Known told) {
              known.put(key, told.value());
            }
          });
    } catch (InvalidInput | Unfinished | ServerUnreachable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Unfinished(problem("ask", e.getMessage()) + "; run the same command again", e);
    }
  }

  private PartialValue value(Outcome outcome) {
    if (outcome instanceof GenerationFailure failure) {
      return new PartialValue.Missing(
          "the judging model did not answer: " + failure.reason(), Cost.NOTHING);
    }
    Completion reply = (Completion) outcome;
    long tokens = Math.max(0, reply.promptTokens()) + (long) reply.countedTokens();
    return words
        .in(ShownAnswer.of(reply.text(), Integer.MAX_VALUE))
        .<PartialValue>map(
            value ->
                new PartialValue.Known(
                    Math.max(judge.least(), value), new Cost(tokens, reply.seconds(), 0)))
        .orElseGet(() -> fault(new Cost(tokens, reply.seconds(), 1)));
  }

  private PartialValue fault(Cost cost) {
    return judge.otherwise() == Judged.FAIL
        ? new PartialValue.Missing(
            "the judging model gave no value: expected one line VALUE: and a number from 0 to %d; set 'otherwise' to go on with a value of your choice"
                .formatted(judge.most()),
            cost)
        : new PartialValue.Known(judge.otherwise(), cost);
  }

  private String question(String key, PartialCompletion partial) {
    String fence = Fingerprint.of(List.of("fence", key)).hex(FENCE_BYTES);
    return Filled.of(judge.prompt())
            .with(ValueQuestion.QUESTION, partial.prompt().question())
            .with(ValueQuestion.PARTIAL, Rubric.fenced(shown(partial), fence))
            .text()
        + "\n"
        + words.instruction();
  }

  /** The last characters, of which none is cut in two: there it goes on. */
  private static String shown(PartialCompletion partial) {
    String text = partial.text();
    int from = Math.max(0, text.length() - LONGEST_PARTIAL);
    boolean isWithin = from > 0 && Character.isLowSurrogate(text.charAt(from));
    return text.substring(isWithin ? from + 1 : from);
  }

  private String key(PartialCompletion partial) {
    return Fingerprint.of(List.of(judge.settings(), partial.prompt().question(), shown(partial)))
        .hex(16);
  }

  private LanguageModel model() {
    if (model == null) {
      try {
        model = models.load(judge.model(), models.decoding(judge.model(), Decoding.DEFAULT));
      } catch (InvalidInput | Unfinished e) {
        throw e;
      } catch (RuntimeException e) {
        throw new Unfinished(problem("open", e.getMessage()), e);
      }
    }
    return model;
  }

  private String problem(String attempt, String reason) {
    return "Cannot %s model %s, the judge of partial completions: %s"
        .formatted(attempt, judge.model(), reason);
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }
}
