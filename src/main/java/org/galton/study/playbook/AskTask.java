package org.galton.study.playbook;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.galton.chat.ChatMessage;
import org.galton.job.draw.BorrowedModel;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.galton.task.Task;
import org.galton.task.Verifier;

/** Asks a model for some replies on an executor, and has answers judged there. */
final class AskTask implements FlatMapFunction<Iterator<AskTask.Call>, AskTask.Numbered> {
  private static final long serialVersionUID = 1L;

  private final ModelLoader loader;
  private final Asked asked;
  private final Decoding decoding;
  private final Task task;

  /**
   * A model and how it is asked.
   *
   * @param chats whether it answers chats
   */
  record Asked(String source, String digest, Sampling sampling, boolean chats)
      implements Serializable {}

  /** A call with its place among those of a batch. */
  record Call(int number, RoleCall call) implements Serializable {}

  /** A reply with its call's place. */
  record Numbered(int number, RoleReply reply) implements Serializable {}

  AskTask(ModelLoader loader, Asked asked, Decoding decoding, Task task) {
    this.loader = loader;
    this.asked = asked;
    this.decoding = decoding;
    this.task = task;
  }

  @Override
  public Iterator<Numbered> call(Iterator<Call> calls) {
    Map<Integer, RoleCall> byNumber = new TreeMap<>();
    calls.forEachRemaining(call -> byNumber.put(call.number(), call.call()));
    List<Outcome> outcomes = new ArrayList<>();
    if (!byNumber.isEmpty()) {
      BorrowedModel.use(loader, asked.source(), decoding, model -> draw(model, byNumber, outcomes));
    }
    List<Numbered> replies = new ArrayList<>();
    try (Verifier verifier = task.verifier()) {
      for (Outcome outcome : outcomes) {
        int number = (int) outcome.request().id();
        replies.add(new Numbered(number, reply(verifier, byNumber.get(number), outcome)));
      }
    }
    return replies.iterator();
  }

  private void draw(LanguageModel model, Map<Integer, RoleCall> calls, List<Outcome> outcomes) {
    if (!model.card().digest().equals(asked.digest())) {
      throw new InvalidInput(
          "Cannot use model %s: its files here have digest %s, and the run began with %s; give every machine the same files"
              .formatted(asked.source(), model.card().digest(), asked.digest()));
    }
    model.generate(
        calls.entrySet().stream()
            .map(
                call -> new Request(call.getKey(), framed(call.getValue()), call.getValue().seed()))
            .iterator(),
        asked.sampling(),
        outcomes::add);
  }

  private ModelPrompt framed(RoleCall call) {
    String words = RoleWords.of(call);
    return asked.chats()
        ? new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, words)))
        : new ModelPrompt.Raw(words);
  }

  private static RoleReply reply(Verifier verifier, RoleCall call, Outcome outcome) {
    if (outcome instanceof GenerationFailure failed) {
      return RoleReply.failed(failed.reason());
    }
    Completion completion = (Completion) outcome;
    int prompt = completion.promptTokens();
    int drawn = completion.completionTokens();
    return call.role() == Role.GENERATOR
        ? AnswerJudge.judged(
            verifier,
            call.prompt(),
            completion.text(),
            completion.finish() == Completion.Finish.STOP,
            prompt,
            drawn)
        : new RoleReply(completion.text(), "", null, prompt, drawn);
  }
}
