package org.galton.study.junk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galton.junk.dose.DoseBlock;
import org.galton.junk.generated.Axis;
import org.galton.junk.generated.Design;
import org.galton.junk.generated.GeneratedPost;
import org.galton.junk.generated.PostGenerator;
import org.galton.junk.generated.Recovery;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.study.junk.row.SimulatedPostRow;
import org.galton.study.junk.row.SimulatedRecoveryRow;
import org.galton.study.junk.row.SimulatedScoreRow;

/** Makes posts, mixes them by each axis, scores the mixtures, and studies the scores. */
record Simulation(String runId, SimulateRequest request) {
  private static final double EVEN = 0.5;
  private static final double CONFIDENCE = 0.95;

  /**
   * @throws InvalidInput when the posts are too few for a dose
   */
  SimulateResult run() {
    List<GeneratedPost> posts =
        new PostGenerator(request.seed(), EVEN, EVEN, EVEN).posts(request.posts());
    List<SimulatedScoreRow> scores = new ArrayList<>();
    List<SimulatedRecoveryRow> recoveries = new ArrayList<>();
    Design.all()
        .forEach(
            (name, axes) -> {
              Design design = design(name, axes, posts);
              scores.addAll(scores(design));
              recoveries.add(
                  row(Recovery.of(design, request.planted(), request.models(), request.studies())));
            });
    return new SimulateResult(
        request,
        posts.stream().map(this::row).toList(),
        List.copyOf(scores),
        List.copyOf(recoveries));
  }

  private Design design(String name, Set<Axis> axes, List<GeneratedPost> posts) {
    try {
      return Design.of(name, axes, posts, request.doses(), request.seed());
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "Invalid --posts %d: they are too few for mixtures by %s; ask for more"
              .formatted(request.posts(), name),
          e);
    }
  }

  private List<SimulatedScoreRow> scores(Design design) {
    List<SimulatedScoreRow> rows = new ArrayList<>();
    List<DoseBlock> blocks = Recovery.blocks(design, request.planted(), request.models(), 0);
    for (int model = 0; model < blocks.size(); model++) {
      DoseBlock block = blocks.get(model);
      for (int i = 0; i < block.doses().length; i++) {
        rows.add(
            new SimulatedScoreRow(
                runId, design.name(), "model-" + (model + 1), block.doses()[i], block.scores()[i]));
      }
    }
    return rows;
  }

  private SimulatedPostRow row(GeneratedPost post) {
    return new SimulatedPostRow(
        runId,
        post.id(),
        post.text(),
        post.tokens(),
        post.likes(),
        post.reposts(),
        post.replies(),
        post.quotes(),
        post.isJunk(Axis.MEANING) ? "junk" : "control");
  }

  private SimulatedRecoveryRow row(Recovery found) {
    Interval held = share(found.held(), found.studies());
    Interval seen = share(found.found(), found.studies());
    return new SimulatedRecoveryRow(
        runId,
        found.name(),
        found.planted(),
        found.expected(),
        found.slope(),
        found.studies(),
        (double) found.held() / found.studies(),
        held.low(),
        held.high(),
        (double) found.found() / found.studies(),
        seen.low(),
        seen.high(),
        Double.isNaN(found.effect()) ? null : (Double) found.effect());
  }

  private static Interval share(int part, int studies) {
    return RateInterval.WILSON.of(studies, part, CONFIDENCE).orElseThrow();
  }
}
