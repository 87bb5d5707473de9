package org.galton.study.playbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.playbook.Merged;
import org.galton.playbook.Playbook;
import org.galton.playbook.Reply;
import org.galton.playbook.Standing;
import org.galton.playbook.Tokens;
import org.galton.study.playbook.row.PlaybookAnswerRow;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.task.Prompt;

/** One arm's way through all steps. */
final class ArmRun {
  private final PlaybookSpec spec;
  private final Arm arm;
  private final String run;
  private final Asking asking;
  private final TestPrompts tests;
  private final Journal journal;

  /** What a step did to a context. */
  private record Change(
      ArmContext context, Optional<Merged> merged, int unreadable, List<String> faults) {
    static Change none(ArmContext context) {
      return new Change(context, Optional.empty(), 0, List.of());
    }
  }

  ArmRun(
      PlaybookSpec spec, Arm arm, String run, Asking asking, TestPrompts tests, Journal journal) {
    this.spec = spec;
    this.arm = arm;
    this.run = run;
    this.asking = asking;
    this.tests = tests;
    this.journal = journal;
  }

  /** The context to begin with, and one step for each batch. */
  List<StoredStep> steps(List<List<Prompt>> batches) {
    List<StoredStep> steps = new ArrayList<>();
    ArmContext context = ArmContext.start(arm, spec.playbook());
    // Without learning a context stays as it is, and is measured once.
    int last = arm == Arm.FIXED && spec.mode() == Mode.OFFLINE ? 0 : batches.size();
    for (int number = 0; number <= last; number++) {
      Optional<StoredStep> stored = journal.find(arm, number);
      if (stored.isEmpty()) {
        List<Prompt> batch = number == 0 ? List.of() : batches.get(number - 1);
        stored = Optional.of(step(number, last, batch, context));
        journal.keep(arm, stored.get());
      }
      steps.add(stored.get());
      context = ArmContext.stored(arm, stored.get().version());
    }
    return steps;
  }

  private StoredStep step(int number, int last, List<Prompt> batch, ArmContext before) {
    Phase phase = spec.mode() == Mode.ONLINE ? Phase.ONLINE : Phase.TRAIN;
    RoleCalls calls = new RoleCalls(spec, arm, before);
    String place = "step " + number;
    List<StepRollout> rollouts = new ArrayList<>();
    List<RoleReply> replies =
        asking.ask(batch.stream().map(prompt -> calls.answer(prompt, "", place)).toList());
    for (int i = 0; i < batch.size(); i++) {
      rollouts.add(new StepRollout(batch.get(i), replies.get(i)));
    }
    Change change = arm == Arm.FIXED ? Change.none(before) : learned(rollouts, calls, place);
    List<PlaybookAnswerRow> answers =
        new ArrayList<>(
            rollouts.stream().map(rollout -> rollout.row(run, arm, phase, number)).toList());
    if (spec.mode() == Mode.OFFLINE && (number % spec.evaluate() == 0 || number == last)) {
      tests.answers(arm, change.context()).stream()
          .map(rollout -> rollout.row(run, arm, Phase.TEST, number))
          .forEach(answers::add);
    }
    return new StoredStep(version(number, change), answers);
  }

  private Change learned(List<StepRollout> rollouts, RoleCalls calls, String place) {
    reflect(rollouts, calls, place);
    List<StepRollout> reflected = rollouts.stream().filter(StepRollout::isReflected).toList();
    if (reflected.isEmpty()) {
      return Change.none(calls.context());
    }
    return calls.context() instanceof ArmContext.Ruled ruled
        ? merged(reflected, ruled.playbook(), calls, place)
        : rewritten(reflected, calls, place);
  }

  /** Each judged answer once; a wrong one until it is right, or the rounds are used up. */
  private void reflect(List<StepRollout> rollouts, RoleCalls calls, String place) {
    List<StepRollout> open = rollouts.stream().filter(StepRollout::isJudged).toList();
    for (int round = 1; round <= spec.rounds() && !open.isEmpty(); round++) {
      String here = place + " round " + round;
      List<RoleReply> reflections =
          asking.ask(open.stream().map(rollout -> calls.reflect(rollout, here)).toList());
      each(open, reflections, StepRollout::reflected);
      open = open.stream().filter(StepRollout::isWrong).toList();
      if (round < spec.rounds()) {
        List<RoleReply> attempts =
            asking.ask(
                open.stream()
                    .map(rollout -> calls.answer(rollout.prompt(), rollout.lesson(), here))
                    .toList());
        each(open, attempts, StepRollout::tried);
        open = open.stream().filter(StepRollout::isWrong).toList();
      }
    }
  }

  private Change merged(
      List<StepRollout> rollouts, Playbook before, RoleCalls calls, String place) {
    List<RoleReply> replies =
        asking.ask(rollouts.stream().map(rollout -> calls.curate(rollout, place)).toList());
    int unreadable = 0;
    for (int i = 0; i < rollouts.size(); i++) {
      unreadable += rollouts.get(i).curated(replies.get(i));
    }
    Merged merged = spec.merge().merge(before, rollouts.stream().map(StepRollout::delta).toList());
    return new Change(
        new ArmContext.Ruled(merged.playbook()), Optional.of(merged), unreadable, faults(rollouts));
  }

  private Change rewritten(List<StepRollout> rollouts, RoleCalls calls, String place) {
    String lessons =
        rollouts.stream()
            .sorted(Comparator.comparing(rollout -> rollout.prompt().id()))
            .map(StepRollout::lesson)
            .filter(lesson -> !lesson.isEmpty())
            .collect(Collectors.joining("\n"));
    RoleReply reply =
        asking.ask(List.of(calls.rewrite(rollouts.get(0).prompt(), lessons, place))).get(0);
    List<String> faults = new ArrayList<>(faults(rollouts));
    String text = reply.text().replaceAll("[\\p{Cntrl}&&[^\\n\\t]]+", "").strip();
    Optional<String> fault = fault(reply, text);
    fault.ifPresent(why -> faults.add("rewriter: " + why));
    return new Change(
        fault.isPresent() ? calls.context() : new ArmContext.Free(text),
        Optional.empty(),
        0,
        faults);
  }

  /** Why a text does not become the context. */
  private Optional<String> fault(RoleReply reply, String text) {
    if (!reply.isThere()) {
      return Optional.of(reply.fault());
    }
    if (text.isEmpty()) {
      return Optional.of("its text is empty");
    }
    if (text.length() > Reply.LONGEST) {
      return Optional.of(
          "its text has %,d characters, more than %,d".formatted(text.length(), Reply.LONGEST));
    }
    int tokens = Tokens.of(text);
    return tokens > spec.budget()
        ? Optional.of(
            "its text has %,d tokens, more than the budget of %,d".formatted(tokens, spec.budget()))
        : Optional.empty();
  }

  private PlaybookRow version(int number, Change change) {
    Optional<Playbook> playbook =
        change.context() instanceof ArmContext.Ruled ruled
            ? Optional.of(ruled.playbook())
            : Optional.empty();
    Optional<Standing> standing = playbook.map(Playbook::standing);
    Merged merged = change.merged().orElseGet(() -> new Merged(spec.playbook(), 0, 0, 0, 0, 0, 0));
    return new PlaybookRow(
        run,
        arm.label(),
        number,
        change.context().text(),
        change.context().tokens(),
        standing.map(Standing::bullets).orElse(null),
        standing.map(Standing::high).orElse(null),
        standing.map(Standing::problematic).orElse(null),
        standing.map(Standing::unused).orElse(null),
        playbook.map(Playbook::next).orElse(null),
        playbook.map(rules -> List.copyOf(rules.removed())).orElse(null),
        merged.applied(),
        merged.ignored() + change.unreadable(),
        merged.tagged(),
        merged.unknownTags(),
        merged.joined(),
        merged.dropped(),
        change.faults());
  }

  private static List<String> faults(List<StepRollout> rollouts) {
    return rollouts.stream().flatMap(rollout -> rollout.namedFaults().stream()).toList();
  }

  private static void each(
      List<StepRollout> rollouts,
      List<RoleReply> replies,
      BiConsumer<StepRollout, RoleReply> what) {
    IntStream.range(0, rollouts.size()).forEach(i -> what.accept(rollouts.get(i), replies.get(i)));
  }
}
