package org.galton.task.judge.schema;

import java.util.Map;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.task.JudgeKind;
import org.galton.task.judge.schema.JsonSchemaJudge.Fence;

/** The key of a {@link JsonSchemaJudge}. */
public final class JsonSchemaJudgeKind implements JudgeKind<JsonSchemaJudge> {
  @Override
  public String name() {
    return "json-schema";
  }

  @Override
  public Class<JsonSchemaJudge> type() {
    return JsonSchemaJudge.class;
  }

  @Override
  public JsonSchemaJudge read(Section section) {
    return new JsonSchemaJudge(
        section.value("fence", ValueType.constant(Fence.class), Fence.ALLOWED));
  }

  @Override
  public Map<String, Object> written(JsonSchemaJudge judge) {
    return Map.of("fence", ValueType.written(judge.fence()));
  }
}
