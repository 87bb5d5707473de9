package org.galton.flags;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the first step of a transcript for each {@link Rule}.
 *
 * @param checks names of the tools that check an answer
 * @param submits names of the tools that hand it in
 */
public record Rules(Set<String> checks, Set<String> submits) implements Serializable {
  private static final Pattern BARRIER =
      Pattern.compile(
          "\\b(?:timed? ?out|connection (?:refused|reset|error|failed)|could not connect|network is unreachable|"
              + "name resolution|rate limit|too many requests|captcha|permission denied|access denied|forbidden|"
              + "unauthori[sz]ed|out of memory|no space left|disk quota|service unavailable|bad gateway|"
              + "(?:http|status|error)(?: code)?:? ?(?:401|403|407|408|429|5[0-9][0-9]))\\b");

  public Rules {
    checks = Set.copyOf(checks);
    submits = Set.copyOf(submits);
  }

  /** At most one flag of a rule, in the order of the rules. */
  public List<Flag> flags(Transcript transcript) {
    List<Flag> flags = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      find(rule, transcript).ifPresent(flags::add);
    }
    return List.copyOf(flags);
  }

  private Optional<Flag> find(Rule rule, Transcript transcript) {
    return switch (rule) {
      case UNDECLARED_TOOL ->
          first(
              rule,
              transcript,
              step ->
                  step.isCall()
                      && !transcript.allowed().isEmpty()
                      && !transcript.allowed().contains(step.tool()),
              Rules::call);
      case UNREADABLE_ANSWER -> ending(rule, transcript, Ending.UNREADABLE);
      case TOOL_ERROR -> first(rule, transcript, Step::failed, Rules::callWithResult);
      case OTHER_CALL -> otherCall(transcript);
      case CHECK_BEFORE_ANSWER -> check(transcript);
      case INFRASTRUCTURE -> ending(rule, transcript, Ending.INFRASTRUCTURE);
      case TIME_LIMIT -> ending(rule, transcript, Ending.TIMEOUT);
      case BARRIER_IN_RESULT ->
          first(
              rule,
              transcript,
              step ->
                  step.failed() && BARRIER.matcher(step.result().toLowerCase(Locale.ROOT)).find(),
              Rules::callWithResult);
      case HIDDEN_TEXT -> hidden(transcript);
      case CONSTANT_ANSWER ->
          transcript.constant()
              ? Optional.of(new Flag(rule, 0, transcript.answer()))
              : Optional.empty();
    };
  }

  private interface Test {
    boolean holds(Step step);
  }

  private interface Evidence {
    String of(Step step);
  }

  private static Optional<Flag> first(
      Rule rule, Transcript transcript, Test test, Evidence evidence) {
    for (int i = 0; i < transcript.steps().size(); i++) {
      Step step = transcript.steps().get(i);
      if (test.holds(step)) {
        return Optional.of(new Flag(rule, i + 1, evidence.of(step)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Flag> ending(Rule rule, Transcript transcript, Ending ending) {
    return transcript.ending() == ending
        ? Optional.of(new Flag(rule, 0, transcript.answer()))
        : Optional.empty();
  }

  private Optional<Flag> otherCall(Transcript transcript) {
    Step failed = null;
    for (int i = 0; i < transcript.steps().size(); i++) {
      Step step = transcript.steps().get(i);
      if (!step.isCall()) {
        continue;
      }
      if (failed != null
          && !step.failed()
          && !submits.contains(step.tool())
          && step.isOtherThan(failed)) {
        return Optional.of(
            new Flag(Rule.OTHER_CALL, i + 1, "%s, then %s".formatted(call(failed), call(step))));
      }
      failed = step.failed() ? step : null;
    }
    return Optional.empty();
  }

  private Optional<Flag> check(Transcript transcript) {
    for (int i = 0; i < transcript.steps().size(); i++) {
      Step step = transcript.steps().get(i);
      if (submits.contains(step.tool())) {
        return Optional.empty();
      }
      if (checks.contains(step.tool())) {
        return Optional.of(new Flag(Rule.CHECK_BEFORE_ANSWER, i + 1, call(step)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Flag> hidden(Transcript transcript) {
    for (String secret : transcript.hidden()) {
      for (int i = 0; i < transcript.steps().size(); i++) {
        Step step = transcript.steps().get(i);
        if (says(step.arguments(), secret) || says(step.text(), secret)) {
          return Optional.of(new Flag(Rule.HIDDEN_TEXT, i + 1, secret));
        }
      }
      if (says(transcript.answer(), secret)) {
        return Optional.of(new Flag(Rule.HIDDEN_TEXT, 0, secret));
      }
    }
    return Optional.empty();
  }

  /** Whether a text has another one that is no part of a longer word or number. */
  static boolean says(String text, String secret) {
    for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      if (!joins(text, at) && !joins(text, at + secret.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean joins(String text, int place) {
    return place > 0
        && place < text.length()
        && Character.isLetterOrDigit(text.charAt(place - 1))
        && Character.isLetterOrDigit(text.charAt(place));
  }

  private static String call(Step step) {
    return step.arguments().isEmpty() ? step.tool() : step.tool() + " " + step.arguments();
  }

  private static String callWithResult(Step step) {
    return step.result().isEmpty() ? call(step) : call(step) + " → " + step.result();
  }
}
