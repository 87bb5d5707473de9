package org.galton.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.spec.Section;
import org.galton.spec.ValueType;

/** {@link Framing} as specs write it: a section {@code chat}, or none for raw prompts. */
final class ChatKeys {
  private static final ValueType<String> USER =
      new ValueType<>("text", Framing.PROMPT, List.<String>of(), Optional::of)
          .checked(user -> Framing.Chat.of(Optional.empty(), user));

  private ChatKeys() {}

  static Framing read(Section section) {
    Optional<String> system = section.optional("system", ValueType.anyText());
    String user = section.value("user", USER, Framing.PROMPT);
    return section.build(() -> Framing.Chat.of(system, user));
  }

  static Map<String, Object> written(Framing.Chat chat) {
    Map<String, Object> keys = new LinkedHashMap<>();
    chat.system().ifPresent(system -> keys.put("system", system));
    keys.put("user", chat.user());
    return keys;
  }
}
