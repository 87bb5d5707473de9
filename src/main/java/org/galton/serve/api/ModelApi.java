package org.galton.serve.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Answers for one model, to any number of threads at once. */
public final class ModelApi {
  private static final int DEEPEST = 32;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(50)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final ServedModel model;
  private final AskedReader reader;
  private final TokenTexts texts;
  private final Lanes lanes;
  private final LongAdder requests = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder abandoned = new LongAdder();
  private final LongAdder tokens = new LongAdder();
  private final LongAdder promptTokens = new LongAdder();

  public ModelApi(ServedModel model, Limits limits) {
    this.model = model;
    this.reader = new AskedReader(model, limits);
    this.texts = new TokenTexts(model.checkpoint());
    this.lanes = new Lanes(limits.choices());
  }

  /** What is asked for at {@code /v1/completions} and at {@code /v1/chat/completions}. */
  public enum Resource {
    COMPLETIONS,
    CHAT
  }

  /**
   * Draws what a body asks for.
   *
   * @throws ApiProblem when it has no answer
   * @throws IOException when the client has gone; what was begun for it is given up
   */
  public void draw(Resource resource, byte[] body, AnswerChannel channel) throws IOException {
    Asked asked;
    try {
      ObjectNode root = object(body);
      asked =
          switch (resource) {
            case COMPLETIONS -> reader.completions(root);
            case CHAT -> reader.chat(root);
          };
      lanes.take(asked.choices());
    } catch (ApiProblem e) {
      refused.increment();
      throw e;
    }
    requests.increment();
    promptTokens.add(asked.promptTokens());
    Answering answering = new Answering(asked, model, texts, channel);
    try {
      answering.echo();
      model.checkpoint().draw(asked.requests().iterator(), asked.sampling(), answering);
      answering.end();
    } catch (UncheckedIOException e) {
      abandoned.increment();
      throw e.getCause();
    } finally {
      tokens.add(answering.drawn());
      lanes.give(asked.choices());
    }
  }

  private static ObjectNode object(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root instanceof ObjectNode object) {
        return object;
      }
      throw ApiProblem.of(400, "Cannot read the request: expected a JSON object");
    } catch (JsonProcessingException e) {
      throw ApiProblem.of(
          400,
          "Cannot read the request: expected one JSON object in UTF-8, no deeper than %d levels, no key twice; %s"
              .formatted(DEEPEST, place(e)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "it ends too early"
        : "see line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  /** {@code /v1/models}. */
  public ObjectNode models() {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
    root.putArray("data").add(described());
    return root;
  }

  /**
   * {@code /v1/models/NAME}.
   *
   * @throws ApiProblem when it is another one
   */
  public ObjectNode model(String name) {
    if (!model.names().contains(name)) {
      throw ApiProblem.unknownModel("Cannot find this model: this server has " + model.name());
    }
    return described();
  }

  private ObjectNode described() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", model.name())
        .put("object", "model")
        .put("created", model.since())
        .put("owned_by", "galton")
        .put("max_model_len", model.checkpoint().card().contextLength())
        .put("digest", model.checkpoint().card().digest())
        .put("version", model.version());
  }

  public boolean isEnding() {
    return lanes.isClosed();
  }

  /** For monitoring, as Prometheus reads it. */
  public String metrics() {
    return """
        # TYPE galton_requests_total counter
        galton_requests_total %d
        # TYPE galton_requests_refused_total counter
        galton_requests_refused_total %d
        # TYPE galton_requests_abandoned_total counter
        galton_requests_abandoned_total %d
        # TYPE galton_prompt_tokens_total counter
        galton_prompt_tokens_total %d
        # TYPE galton_drawn_tokens_total counter
        galton_drawn_tokens_total %d
        # TYPE galton_completions_open gauge
        galton_completions_open %d
        """
        .formatted(
            requests.sum(),
            refused.sum(),
            abandoned.sum(),
            promptTokens.sum(),
            tokens.sum(),
            lanes.taken());
  }

  /**
   * Takes nothing more and waits for what is being drawn.
   *
   * @return how many completions are not done by then
   */
  public int drain(Duration longest) throws InterruptedException {
    lanes.close();
    lanes.awaitEmpty(longest.toMillis());
    return lanes.taken();
  }
}
