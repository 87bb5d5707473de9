package org.galton.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.chat.ChatMessage;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.galton.table.store.Fingerprint;
import org.galton.task.Answered;
import org.galton.task.BatchVerifier;
import org.galton.task.Judgement;
import org.galton.task.LearningVerifier;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.JudgeBroken;
import org.galton.task.judge.JudgeBroken.Outlook;

/**
 * Asks the model of a {@link ModelJudge} about many answers at once. Equal answers to one question
 * are asked about once.
 */
final class ModelVerifier implements BatchVerifier, LearningVerifier {
  private static final String NO_ANSWER = "the judging model did not answer: ";
  static final String NO_GRADE =
      "the judging model gave no grade: more than half of its votes have to end with one line GRADE: and a word that is offered";

  private static final int LONGEST_ANSWER = 4000;
  private static final int FENCE_BYTES = 8;

  /** What any judge can tell; its grade is no matter. */
  private static final Answered TRIAL =
      new Answered(new Prompt("trial", "trial", "trial", "What is 2 + 2?", "4", Map.of()), "4");

  private final ModelJudge judge;
  private final KnownJudgements known;
  private LanguageModel model;

  /** An answer to ask about. */
  private record Asked(Answered answered, String shown) {}

  /** What came of one vote. */
  private record Vote(Optional<String> grade, int tokens, double seconds) {}

  ModelVerifier(ModelJudge judge) {
    this(judge, KnownJudgements.ofProcess());
  }

  ModelVerifier(ModelJudge judge, KnownJudgements known) {
    this.judge = judge;
    this.known = known;
  }

  /**
   * @throws JudgeBroken when the model cannot be opened or asked at all
   */
  @Override
  public List<Judgement> verify(List<Answered> answers) {
    List<String> keys = new ArrayList<>();
    Map<String, Asked> questions = new LinkedHashMap<>();
    Map<String, Judgement> found = new HashMap<>();
    for (Answered answered : answers) {
      Asked asked = new Asked(answered, ShownAnswer.of(answered.completion(), LONGEST_ANSWER));
      String key = key(asked);
      keys.add(key);
      if (asked.shown().isEmpty()) {
        found.put(key, Judgement.Given.free(new Verdict("", false, false, 0)));
      } else {
        questions.putIfAbsent(key, asked);
      }
    }
    found.putAll(known.judge(questions, this::ask));
    List<Judgement> judgements = new ArrayList<>();
    for (String key : keys) {
      judgements.add(found.get(key));
      // Whoever gave the same answer costs nothing more.
      found.computeIfPresent(key, (same, judgement) -> free(judgement));
    }
    return judgements;
  }

  @Override
  public void learn(Answered answered, Verdict verdict) {
    Asked asked = new Asked(answered, ShownAnswer.of(answered.completion(), LONGEST_ANSWER));
    if (!asked.shown().isEmpty()) {
      known.learn(key(asked), verdict);
    }
  }

  /** Asks the model one question, once in a process. */
  @Override
  public void tryOut() {
    if (verify(List.of(TRIAL)).get(0) instanceof Judgement.Missing missing
        && missing.reason().startsWith(NO_ANSWER)) {
      throw new JudgeBroken(
          "Cannot judge with model %s: %s".formatted(judge.model(), missing.reason()));
    }
  }

  private String key(Asked asked) {
    Prompt prompt = asked.answered().prompt();
    return Fingerprint.of(List.of(judge.scorer(), prompt.text(), prompt.reference(), asked.shown()))
        .hex(16);
  }

  private static Judgement free(Judgement judgement) {
    return judgement instanceof Judgement.Given given
        ? Judgement.Given.free(given.verdict())
        : judgement;
  }

  private Map<String, Judgement> ask(Map<String, Asked> unknown) {
    LanguageModel asked = model();
    List<Request> requests = new ArrayList<>();
    unknown.forEach((key, one) -> requests.addAll(requests(asked, requests.size(), key, one)));
    Vote[] votes = new Vote[requests.size()];
    String[] failures = new String[requests.size()];
    try {
      asked.generate(
          requests.iterator(),
          judge.sampling(),
          outcome -> {
            int place = (int) outcome.request().id();
            votes[place] = vote(outcome);
            failures[place] =
                outcome instanceof GenerationFailure failure ? failure.reason() : null;
          });
    } catch (RuntimeException e) {
      throw broken("judge with", e);
    }
    return judgements(unknown, votes, failures);
  }

  private Map<String, Judgement> judgements(
      Map<String, Asked> unknown, Vote[] votes, String[] failures) {
    Map<String, Judgement> judgements = new HashMap<>();
    int at = 0;
    for (Map.Entry<String, Asked> one : unknown.entrySet()) {
      int questions =
          judge
              .rubric()
              .questions(one.getValue().answered().prompt(), one.getValue().shown(), "")
              .size();
      String failure = null;
      int tokens = 0;
      double seconds = 0;
      List<Optional<String>> grades = new ArrayList<>();
      for (int question = 0; question < questions; question++) {
        Map<String, Integer> counts = new HashMap<>();
        for (int vote = 0; vote < judge.votes(); vote++, at++) {
          failure = failure == null ? failures[at] : failure;
          tokens += votes[at].tokens();
          seconds += votes[at].seconds();
          votes[at].grade().ifPresent(grade -> counts.merge(grade, 1, Integer::sum));
        }
        grades.add(
            counts.entrySet().stream()
                .filter(count -> 2 * count.getValue() > judge.votes())
                .map(Map.Entry::getKey)
                .findFirst());
      }
      Judgement judgement =
          failure != null
              ? new Judgement.Missing(NO_ANSWER + failure)
              : judge
                  .rubric()
                  .judgement(
                      one.getValue().shown(), grades, new Judgement.Cost(tokens, seconds, 0));
      judgements.put(one.getKey(), judgement);
    }
    return judgements;
  }

  private List<Request> requests(LanguageModel asked, int from, String key, Asked one) {
    String fence = Fingerprint.of(List.of("fence", key)).hex(FENCE_BYTES);
    List<Request> requests = new ArrayList<>();
    for (String question : judge.rubric().questions(one.answered().prompt(), one.shown(), fence)) {
      for (int vote = 0; vote < judge.votes(); vote++) {
        requests.add(
            new Request(
                from + requests.size(),
                prompt(asked, question),
                Fingerprint.of(List.of(key, question, Integer.toString(vote))).bits()));
      }
    }
    return requests;
  }

  /** A chat where the model answers chats, else a text to continue. */
  static ModelPrompt prompt(LanguageModel asked, String question) {
    ModelPrompt.Chat chat =
        new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, question)));
    try {
      asked.card().chat().check(chat);
      return chat;
    } catch (InvalidInput e) {
      return new ModelPrompt.Raw(question + "\n");
    }
  }

  private Vote vote(Outcome outcome) {
    if (outcome instanceof Completion completion) {
      return new Vote(
          judge.rubric().words().in(ShownAnswer.of(completion.text(), Integer.MAX_VALUE)),
          Math.max(0, completion.promptTokens()) + completion.countedTokens(),
          completion.seconds());
    }
    return new Vote(Optional.empty(), 0, 0);
  }

  private LanguageModel model() {
    if (model == null) {
      try {
        model =
            judge
                .models()
                .load(judge.model(), judge.models().decoding(judge.model(), Decoding.DEFAULT));
      } catch (RuntimeException e) {
        throw broken("open the judging", e);
      }
    }
    return model;
  }

  /** Only the user can put right what the model calls wrong input; a server may come back. */
  private JudgeBroken broken(String attempt, RuntimeException cause) {
    return new JudgeBroken(
        "Cannot %s model %s: %s".formatted(attempt, judge.model(), cause.getMessage()),
        cause instanceof InvalidInput ? Outlook.LASTING : Outlook.PASSING);
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }
}
