package org.galton.task.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.game.Style;
import org.galton.game.letters.LetterSum;
import org.galton.game.letters.Lexicon;
import org.galton.game.walk.Sampler;
import org.galton.game.walk.Votes;
import org.galton.game.walk.WalkRules;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.TaskKind;
import org.galton.task.TextFiles;
import org.galton.task.group.LetterSumOptions;
import org.galton.task.group.LetterSumTask;

/** The keys of a {@link LetterSumTask}. */
public final class LetterSumKind implements TaskKind<LetterSumTask> {
  private static final ValueType<Votes> VOTES =
      new ValueType<>(
          "draws:accept, such as 5:3 for what three of five answers agree on",
          Votes.NONE,
          List.of(),
          Votes::parse);

  @Override
  public String name() {
    return LetterSumTask.NAME;
  }

  @Override
  public Class<LetterSumTask> type() {
    return LetterSumTask.class;
  }

  @Override
  public LetterSumTask read(Section section, String name, TextFiles files) {
    LetterSumOptions defaults = LetterSumOptions.defaults();
    WalkRules walk = defaults.walk();
    LetterSum rule = defaults.words();
    Sampler sampler = section.value("sampler", ValueType.constant(Sampler.class), walk.sampler());
    int steps = section.value("steps", ValueType.integer(1, WalkRules.MOST_STEPS), walk.steps());
    Votes votes = section.value("votes", VOTES, walk.votes());
    int sum = section.value("sum", ValueType.integer(1, LetterSum.HIGHEST_SUM), rule.sum());
    Lexicon words = section.value("words", ValueType.constant(Lexicon.class), rule.lexicon());
    Style style = section.value("style", ValueType.constant(Style.class), rule.style());
    List<String> starts = section.list("starts", ValueType.text(), defaults.starts());
    return section.build(
        () ->
            new LetterSumTask(
                name,
                new LetterSumOptions(
                    new WalkRules(sampler, votes, steps),
                    new LetterSum(sum, words, style),
                    starts)));
  }

  @Override
  public Map<String, Object> written(LetterSumTask task) {
    LetterSumOptions options = task.options();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("sampler", ValueType.written(options.walk().sampler()));
    keys.put("steps", options.walk().steps());
    keys.put("votes", options.walk().votes().toString());
    keys.put("sum", options.words().sum());
    keys.put("words", ValueType.written(options.words().lexicon()));
    keys.put("style", ValueType.written(options.words().style()));
    keys.put("starts", options.starts());
    return keys;
  }
}
