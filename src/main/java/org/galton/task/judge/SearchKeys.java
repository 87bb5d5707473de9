package org.galton.task.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.judge.answer.AnswerFallback;
import org.galton.task.judge.answer.AnswerSearch;
import org.galton.task.judge.answer.Thoughts;

/** The keys of an {@link AnswerSearch}, in specs and in scorers. */
final class SearchKeys {
  private SearchKeys() {}

  static AnswerSearch read(Section section) {
    AnswerSearch defaults = AnswerSearch.withDefaults();
    return new AnswerSearch(
        section.value("marker", ValueType.anyText(), defaults.marker()),
        section.value("thinking", ValueType.constant(Thoughts.class), defaults.thoughts()),
        section.value("fallback", ValueType.constant(AnswerFallback.class), defaults.fallback()),
        section.list(
            "languages", ValueType.word(AnswerSearch.allLanguages()), defaults.languages()));
  }

  static Map<String, Object> written(AnswerSearch search) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("marker", search.marker());
    keys.put("thinking", ValueType.written(search.thoughts()));
    keys.put("fallback", ValueType.written(search.fallback()));
    keys.put("languages", search.languages());
    return keys;
  }

  static String scorer(AnswerSearch search) {
    return "marker=%s,thinking=%s,fallback=%s,languages=%s"
        .formatted(
            search.marker(),
            ValueType.written(search.thoughts()),
            ValueType.written(search.fallback()),
            search.languages().isEmpty() ? "all" : String.join(" ", search.languages()));
  }
}
