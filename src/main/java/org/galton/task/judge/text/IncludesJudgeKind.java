package org.galton.task.judge.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;
import org.galton.task.judge.ExactJudge.LetterCase;
import org.galton.task.judge.text.IncludesJudge.Place;
import org.galton.task.judge.text.IncludesJudge.Wanted;

/** The keys of an {@link IncludesJudge}. */
public final class IncludesJudgeKind implements JudgeKind<IncludesJudge> {
  @Override
  public String name() {
    return "includes";
  }

  @Override
  public Class<IncludesJudge> type() {
    return IncludesJudge.class;
  }

  @Override
  public IncludesJudge read(Section section) {
    return new IncludesJudge(
        section.value("words", ValueType.flag(), false) ? Place.WHOLE_WORDS : Place.ANYWHERE,
        section.value("ignore_case", ValueType.flag(), true)
            ? LetterCase.IGNORED
            : LetterCase.DISTINGUISHED,
        section.value("all", ValueType.flag(), false) ? Wanted.ALL : Wanted.ANY);
  }

  @Override
  public Map<String, Object> written(IncludesJudge judge) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("words", judge.place() == Place.WHOLE_WORDS);
    keys.put("ignore_case", judge.letterCase() == LetterCase.IGNORED);
    keys.put("all", judge.wanted() == Wanted.ALL);
    return keys;
  }
}
