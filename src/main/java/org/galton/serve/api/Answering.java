package org.galton.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.galton.chat.CallText;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.llama.decoding.DrawWatcher;
import org.galton.model.llama.decoding.DrawnToken;

/** Makes the answer to one request while its choices are drawn. */
final class Answering implements DrawWatcher {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Why a choice has ended of which nothing was to be drawn. */
  private static final String LENGTH = "length";

  private final Asked asked;
  private final ServedModel model;
  private final TokenTexts texts;
  private final AnswerChannel channel;
  private final List<ChoiceDraft> drafts = new ArrayList<>();
  private final String id;
  private final long created = System.currentTimeMillis() / 1000;
  private int drawn;

  Answering(Asked asked, ServedModel model, TokenTexts texts, AnswerChannel channel) {
    this.asked = asked;
    this.model = model;
    this.texts = texts;
    this.channel = channel;
    this.id = asked.form().idPrefix() + UUID.randomUUID().toString().replace("-", "");
    List<String> held = new ArrayList<>(asked.sampling().stop());
    if (asked.calls() == Asked.Calls.APART) {
      held.add(CallText.BEGIN);
    }
    for (int i = 0; i < asked.choices(); i++) {
      drafts.add(new ChoiceDraft(i, held));
    }
  }

  /** Tokens drawn so far. */
  int drawn() {
    return drawn;
  }

  @Override
  public int alternatives() {
    return asked.alternatives().orElse(0);
  }

  @Override
  public boolean single() {
    return asked.each() == 1;
  }

  private boolean streams() {
    return asked.delivery() != Asked.Delivery.WHOLE;
  }

  @Override
  public void drawn(Request request, DrawnToken token) {
    ChoiceDraft draft = drafts.get((int) request.id());
    if (!draft.add(token)) {
      return;
    }
    drawn++;
    if (streams()) {
      if (draft.tokens().size() == 1) {
        begin(draft);
      }
      String piece = draft.tail().next(model.checkpoint().text(draft.ids()));
      if (!piece.isEmpty() || asked.alternatives().isPresent()) {
        send(draft, piece, List.of(token), null);
      }
    }
  }

  /**
   * Begins the answer with the prompts, where that is asked for.
   *
   * @throws ApiProblem when the model's output for one is not a number
   */
  void echo() {
    if (asked.echo() == Asked.Echo.NONE) {
      return;
    }
    for (int i = 0; i < asked.prompts().size(); i++) {
      Echoed echoed = echoed(asked.prompts().get(i));
      for (ChoiceDraft draft : drafts.subList(i * asked.each(), (i + 1) * asked.each())) {
        draft.echo(echoed, texts);
        if (streams()) {
          ObjectNode choice = choice(draft, echoed.text(), echoed, List.of(), 0);
          choice.put("finish_reason", asked.echo() == Asked.Echo.ALONE ? LENGTH : null);
          event(choice);
        }
      }
    }
  }

  private Echoed echoed(AskedPrompt prompt) {
    String text = prompt.text().orElseGet(() -> model.checkpoint().spelling(prompt.tokens()));
    if (asked.alternatives().isEmpty()) {
      return Echoed.text(text);
    }
    List<DrawnToken> read =
        model.checkpoint().read(prompt.tokens(), asked.alternatives().getAsInt(), this::waiting);
    if (read.stream().anyMatch(token -> Float.isNaN(token.logprob()))) {
      throw ApiProblem.of(500, "Cannot read the prompt: the model's output is not a number");
    }
    return new Echoed(text, OptionalInt.of(prompt.tokens().get(0)), read);
  }

  private void begin(ChoiceDraft draft) {
    if (asked.form() == AnswerForm.CHAT) {
      ObjectNode choice = JSON.objectNode().put("index", draft.index());
      asked.form().begin(choice);
      choice.putNull("logprobs").putNull("finish_reason");
      event(choice);
    }
  }

  @Override
  public void ended(Outcome outcome) {
    if (outcome instanceof GenerationFailure failure) {
      throw ApiProblem.of(500, failure.reason());
    }
    Completion completion = (Completion) outcome;
    ChoiceDraft draft = drafts.get((int) completion.request().id());
    draft.end(completion);
    if (streams()) {
      Optional<CallText.Said> said = calls(completion);
      String rest = draft.tail().last(said.map(CallText.Said::words).orElse(completion.text()));
      if (said.isPresent()) {
        send(draft, rest, List.of(), null);
        ObjectNode choice = choice(draft, "", Echoed.NONE, List.of(), 0);
        ((ObjectNode) choice.get("delta")).set("tool_calls", ToldCalls.piece(said.get().calls()));
        choice.putNull("finish_reason");
        event(choice);
        rest = "";
      }
      send(draft, rest, List.of(), reason(completion));
    }
  }

  /** The calls of an answer, where they are told apart and can be read. */
  private Optional<CallText.Said> calls(Completion completion) {
    return asked.calls() == Asked.Calls.APART ? CallText.read(completion.text()) : Optional.empty();
  }

  private String reason(Completion completion) {
    return calls(completion).isPresent()
        ? "tool_calls"
        : completion.finish().name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param reason why the choice has ended; null while it has not
   */
  private void send(ChoiceDraft draft, String piece, List<DrawnToken> tokens, String reason) {
    int offset = tokens.isEmpty() ? 0 : draft.offset(texts);
    ObjectNode choice = choice(draft, piece, Echoed.NONE, tokens, offset);
    choice.put("finish_reason", reason);
    event(choice);
  }

  private ObjectNode choice(
      ChoiceDraft draft, String piece, Echoed before, List<DrawnToken> tokens, int offset) {
    ObjectNode choice = JSON.objectNode().put("index", draft.index());
    asked.form().writePiece(choice, piece);
    if (asked.alternatives().isPresent() && (before.first().isPresent() || !tokens.isEmpty())) {
      choice.set("logprobs", asked.form().logprobs(before, tokens, offset, texts));
    } else {
      choice.putNull("logprobs");
    }
    return choice;
  }

  private void event(ObjectNode choice) {
    ObjectNode root = head(asked.form().pieceObject());
    root.putArray("choices").add(choice);
    if (asked.delivery() == Asked.Delivery.STREAM_WITH_USAGE) {
      root.putNull("usage");
    }
    try {
      channel.event(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode head(String object) {
    return JSON.objectNode()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", asked.model())
        .put("system_fingerprint", model.fingerprint());
  }

  @Override
  public void waiting() {
    try {
      if (streams()) {
        channel.waitingForEvents();
      } else {
        channel.waiting();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All choices have ended. */
  void end() throws IOException {
    if (!streams()) {
      channel.answer(200, whole());
      return;
    }
    if (asked.delivery() == Asked.Delivery.STREAM_WITH_USAGE) {
      ObjectNode root = head(asked.form().pieceObject());
      root.putArray("choices");
      root.set("usage", usage());
      channel.event(root);
    }
    channel.done();
  }

  private ObjectNode whole() {
    ObjectNode root = head(asked.form().object());
    ArrayNode choices = root.putArray("choices");
    for (ChoiceDraft draft : drafts) {
      Echoed before = draft.echoed();
      ObjectNode choice = choices.addObject().put("index", draft.index());
      Optional<CallText.Said> said = draft.completion().flatMap(this::calls);
      asked
          .form()
          .write(
              choice,
              before.text()
                  + said.map(CallText.Said::words)
                      .or(() -> draft.completion().map(Completion::text))
                      .orElse(""));
      said.ifPresent(calls -> tell(choice, calls));
      if (asked.alternatives().isPresent()) {
        choice.set("logprobs", asked.form().logprobs(before, draft.tokens(), 0, texts));
      } else {
        choice.putNull("logprobs");
      }
      choice.put("finish_reason", draft.completion().map(this::reason).orElse(LENGTH));
    }
    root.set("usage", usage());
    return root;
  }

  private static void tell(ObjectNode choice, CallText.Said said) {
    ObjectNode message = (ObjectNode) choice.get("message");
    if (said.words().isEmpty()) {
      message.putNull("content");
    }
    message.set("tool_calls", ToldCalls.of(said.calls()));
  }

  /** A prompt counts once, however many completions it has. */
  private ObjectNode usage() {
    return JSON.objectNode()
        .put("prompt_tokens", asked.promptTokens())
        .put("completion_tokens", drawn)
        .put("total_tokens", asked.promptTokens() + drawn);
  }
}
