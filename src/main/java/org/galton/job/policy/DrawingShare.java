package org.galton.job.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.train.policy.Drawing;
import org.galton.train.policy.TracedRollout;

/** Requests that one task draws completions for, those of a prompt together. */
record DrawingShare(ArrayList<List<Request>> byPrompt, Sampling sampling, Drawing drawing)
    implements Serializable {

  static List<DrawingShare> of(
      List<List<Request>> byPrompt, Sampling sampling, Drawing drawing, int most) {
    int[] rollouts = byPrompt.stream().mapToInt(List::size).toArray();
    List<DrawingShare> shares = new ArrayList<>();
    for (List<Integer> numbers : Shares.of(rollouts, most)) {
      ArrayList<List<Request>> own = new ArrayList<>();
      numbers.forEach(number -> own.add(new ArrayList<>(byPrompt.get(number))));
      shares.add(new DrawingShare(own, sampling, drawing));
    }
    return shares;
  }

  ArrayList<TracedRollout> drawn(OpenPolicy policy) {
    ArrayList<TracedRollout> rollouts = new ArrayList<>();
    policy.policy().draw(byPrompt, sampling, drawing, rollouts::add);
    return rollouts;
  }
}
