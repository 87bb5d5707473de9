package org.galton.study.playbook;

import java.util.ArrayList;
import java.util.List;
import org.galton.study.playbook.row.PlaybookAnswerRow;
import org.galton.study.playbook.row.PlaybookRow;
import org.galton.task.FiniteTask;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.Task;

/** All arms of a study, one after another. */
final class PlaybookJob {
  private PlaybookJob() {}

  /**
   * @param journal of steps that a run before this one has done
   * @throws org.galton.spec.InvalidInput when the task cannot be asked so
   */
  static PlaybookResult run(PlaybookSpec spec, String run, Asking asking, Journal journal) {
    List<Prompt> train = train(spec);
    List<Prompt> test = test(spec);
    TestPrompts tests = new TestPrompts(spec, asking, test);
    List<PlaybookRow> versions = new ArrayList<>();
    List<PlaybookAnswerRow> answers = new ArrayList<>();
    List<List<Prompt>> batches = batches(spec, spec.mode() == Mode.ONLINE ? test : train);
    for (Arm arm : spec.arms()) {
      for (StoredStep step : new ArmRun(spec, arm, run, asking, tests, journal).steps(batches)) {
        versions.add(step.version());
        answers.addAll(step.answers());
      }
    }
    return new PlaybookResult(
        spec, versions, answers, new ArmScores(spec, run, versions, answers).rows());
  }

  /** No batch goes beyond an epoch, so that no prompt stands in one twice. */
  private static List<List<Prompt>> batches(PlaybookSpec spec, List<Prompt> prompts) {
    List<List<Prompt>> batches = new ArrayList<>();
    for (int epoch = 0; epoch < spec.epochs(); epoch++) {
      for (int from = 0; from < prompts.size(); from += spec.batch()) {
        batches.add(prompts.subList(from, Math.min(prompts.size(), from + spec.batch())));
      }
    }
    return batches;
  }

  private static List<Prompt> train(PlaybookSpec spec) {
    return spec.task()
        .prompts(
            spec.task() instanceof FiniteTask ? Split.TEST : Split.TRAIN,
            spec.train(),
            spec.seed());
  }

  /** A task with so many prompts and no more may have no splits: the next ones after the others. */
  private static List<Prompt> test(PlaybookSpec spec) {
    Task task = spec.task();
    return task instanceof FiniteTask
        ? task.prompts(Split.TEST, spec.train() + spec.test(), spec.seed())
            .subList(spec.train(), spec.train() + spec.test())
        : task.prompts(Split.TEST, spec.test(), spec.seed());
  }
}
