package org.galton.task.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.math.MathRules;

/** The keys of a {@link MathJudge}. */
public final class MathJudgeKind implements JudgeKind<MathJudge> {
  private static final ValueType<String> LETTER =
      ValueType.text("a name of letters such as e", "\\p{L}{1,16}");

  @Override
  public String name() {
    return "math";
  }

  @Override
  public Class<MathJudge> type() {
    return MathJudge.class;
  }

  @Override
  public MathJudge read(Section section) {
    AnswerSearch search = SearchKeys.read(section);
    MathRules rules = RuleKeys.readBrackets(section, RuleKeys.read(section));
    List<String> letters = section.list("letters", LETTER, List.of());
    return section.build(() -> new MathJudge(search, rules, letters));
  }

  @Override
  public Map<String, Object> written(MathJudge judge) {
    Map<String, Object> keys = new LinkedHashMap<>(SearchKeys.written(judge.search()));
    keys.putAll(RuleKeys.written(judge.rules()));
    keys.put("brackets", ValueType.written(judge.rules().brackets()));
    keys.put("letters", judge.letters());
    return keys;
  }
}
