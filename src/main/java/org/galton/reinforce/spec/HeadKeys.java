package org.galton.reinforce.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.model.llama.decoding.HeadType;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@link HeadPlan} as specs write it: a type for both, or a mapping of the two. */
final class HeadKeys {
  private static final String HEAD = "head";
  private static final String DRAWING = "drawing";
  private static final String LEARNING = "learning";
  private static final ValueType<HeadType> TYPE = ValueType.constant(HeadType.class);
  private static final ValueType<HeadPlan> BOTH =
      new ValueType<>(
          "float32, bfloat16, or a mapping such as {drawing: bfloat16, learning: float32}",
          HeadPlan.FLOAT32,
          TYPE.words(),
          text -> TYPE.parse().apply(text).map(HeadPlan::both));

  private HeadKeys() {}

  static HeadPlan read(Section section) {
    return section.valueOrSection(HEAD, BOTH, HeadKeys::plan, HeadPlan.FLOAT32);
  }

  private static HeadPlan plan(Section section) {
    HeadType drawing = section.value(DRAWING, TYPE, HeadType.FLOAT32);
    HeadType learning = section.value(LEARNING, TYPE, HeadType.FLOAT32);
    return section.build(() -> new HeadPlan(drawing, learning));
  }

  static void write(HeadPlan plan, Map<String, Object> keys) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put(DRAWING, ValueType.written(plan.drawing()));
    own.put(LEARNING, ValueType.written(plan.learning()));
    keys.put(HEAD, own);
  }
}
