package org.galton.task.judge.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.task.Answered;
import org.galton.task.Judgement;
import org.galton.task.LearningVerifier;
import org.galton.task.Prompt;
import org.galton.task.Verdict;
import org.galton.task.judge.sandbox.ProgramRun.Cost;
import org.galton.task.judge.sandbox.Sandbox;

/**
 * Judges programs one after another, each of the same text once: the same program beside the same
 * tests has one outcome here.
 */
final class CodeVerifier implements LearningVerifier {
  private static final int MOST_KEPT = 10_000;
  private static final int SHOWN_BYTES = 8;

  private final CodeTests tests;
  private final int repeat;
  private final Map<String, Outcome> outcomes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outcome> eldest) {
          return size() > MOST_KEPT;
        }
      };
  private String readText = "";
  private CodeReference readReference;

  CodeVerifier(CodeJudge judge, Sandbox sandbox) {
    this.tests = new CodeTests(sandbox, judge.limits());
    this.repeat = judge.repeat();
  }

  @Override
  public Verdict verify(Prompt prompt, String completion) {
    return judge(prompt, completion).verdict();
  }

  @Override
  public Judgement.Given judge(Prompt prompt, String completion) {
    CodeReference reference = reference(prompt.reference());
    Optional<FoundCode> found = CodeSearch.in(completion, reference);
    if (found.isEmpty()) {
      return Judgement.Given.free(new Verdict("", false, false, 0, "", "no code was found"));
    }
    FoundCode code = found.get();
    String key = digest(code.text(), prompt.reference());
    Outcome known = outcomes.get(key);
    if (known != null) {
      return Judgement.Given.free(verdict(code, known));
    }
    Outcome outcome = run(code.text(), reference);
    outcomes.put(key, outcome);
    return new Judgement.Given(
        verdict(code, outcome),
        new Judgement.Cost(0, outcome.cost().cpuMillis() / 1e3, outcome.cost().peakMib()));
  }

  @Override
  public void learn(Answered answered, Verdict verdict) {
    String reference = answered.prompt().reference();
    CodeSearch.in(answered.completion(), reference(reference))
        .ifPresent(
            code ->
                outcomes.putIfAbsent(
                    digest(code.text(), reference),
                    new Outcome(verdict.correct(), verdict.detail(), Cost.UNKNOWN)));
  }

  /** Until two runs differ. */
  private Outcome run(String code, CodeReference reference) {
    List<Outcome> runs = new ArrayList<>();
    while (runs.size() < repeat && runs.stream().map(Outcome::isPassed).distinct().count() < 2) {
      runs.add(tests.run(code, reference));
    }
    return Outcome.together(runs);
  }

  private static Verdict verdict(FoundCode code, Outcome outcome) {
    return new Verdict(
        "program " + digest(code.text().strip()).substring(0, 2 * SHOWN_BYTES),
        outcome.isPassed(),
        false,
        outcome.isPassed() ? 1 : 0,
        code.foundBy(),
        outcome.detail());
  }

  /** The rollouts of a prompt come one after another, and its tests may be long. */
  private CodeReference reference(String text) {
    if (readReference == null || !text.equals(readText)) {
      readReference =
          CodeReferences.read(text)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Invalid reference: expected " + CodeReferences.EXPECTED));
      readText = text;
    }
    return readReference;
  }

  private static String digest(String... texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean readsTruncated() {
    return false;
  }
}
