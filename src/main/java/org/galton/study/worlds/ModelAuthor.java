package org.galton.study.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.table.store.Unfinished;
import org.galton.worldmodel.refine.Author;
import org.galton.worldmodel.refine.Failure;

/**
 * A language model that writes programs.
 *
 * @param task what it is told each time, before its program and a failure of it
 */
record ModelAuthor(LanguageModel model, Sampling sampling, String game, String task, long seed)
    implements Author {
  private static final int LONGEST = 4_000;

  /**
   * A completion without a block is taken whole.
   *
   * @throws Unfinished where the model fails
   */
  @Override
  public String write(Optional<String> program, Optional<Failure> failure, int call) {
    StringBuilder prompt = new StringBuilder(task);
    program.ifPresent(
        text ->
            prompt
                .append("\n\nThis program has faults:\n```python\n")
                .append(cut(text))
                .append("\n```\n"));
    failure.ifPresent(failed -> prompt.append(shown(failed)));
    List<Outcome> outcomes = new ArrayList<>();
    model.generate(
        List.of(
                new Request(
                    0, AskedModel.prompt(model, prompt.toString()), Uniforms.seed(seed, call)))
            .iterator(),
        sampling,
        outcomes::add);
    Outcome outcome = outcomes.get(0);
    if (outcome instanceof GenerationFailure failed) {
      throw new Unfinished(
          "Cannot have a program of %s written: %s".formatted(game, failed.reason()));
    }
    return block(((Completion) outcome).text());
  }

  private static String shown(Failure failed) {
    return cut(
        "\nA test that it fails: %s: expected %s, found %s\n"
            .formatted(failed.asked(), failed.expected(), failed.found()));
  }

  static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  static String block(String completion) {
    int from = completion.indexOf("```");
    if (from < 0) {
      return completion;
    }
    int line = completion.indexOf('\n', from);
    int end = completion.indexOf("```", from + 3);
    return line < 0 ? "" : completion.substring(line + 1, end < line ? completion.length() : end);
  }
}
