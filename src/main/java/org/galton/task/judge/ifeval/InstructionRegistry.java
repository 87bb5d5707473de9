package org.galton.task.judge.ifeval;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The instructions by id. */
final class InstructionRegistry {
  private static final Map<String, Instruction.Reader> READERS = new TreeMap<>();

  static {
    READERS.putAll(KeywordInstructions.all());
    READERS.putAll(LengthInstructions.all());
    READERS.putAll(ContentInstructions.all());
    READERS.putAll(FormatInstructions.all());
    READERS.putAll(CombinationInstructions.all());
    READERS.putAll(CaseInstructions.all());
  }

  private InstructionRegistry() {}

  static Optional<Instruction.Reader> named(String id) {
    return Optional.ofNullable(READERS.get(id));
  }
}
