package org.galton.task.judge.ifeval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.spec.text.GivenJson;

/**
 * The instructions of one prompt, as the published table has them in {@code instruction_id_list}
 * and {@code kwargs}.
 */
record IfevalReference(List<Given> instructions) {
  private static final GivenJson JSON = GivenJson.standard();

  record Given(String id, Instruction instruction) {}

  /** Empty where an instruction is unknown or lacks an argument. */
  static Optional<IfevalReference> of(String reference) {
    try {
      JsonNode object = JSON.only(reference);
      JsonNode ids = object.path("instruction_id_list");
      JsonNode kwargs = object.path("kwargs");
      if (!ids.isArray() || ids.isEmpty() || kwargs.size() != ids.size()) {
        return Optional.empty();
      }
      List<Given> instructions = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        String id = ids.get(i).asText();
        Optional<Instruction.Reader> reader = InstructionRegistry.named(id);
        if (reader.isEmpty()) {
          return Optional.empty();
        }
        instructions.add(new Given(id, reader.get().read(new Arguments(id, kwargs.get(i)))));
      }
      return Optional.of(new IfevalReference(List.copyOf(instructions)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
