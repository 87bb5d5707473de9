package org.galton.serve.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.galton.model.ModelPrompt;
import org.galton.model.llama.ServedCheckpoint;
import org.galton.spec.InvalidInput;

/**
 * What single tokens spell within a text. A token that has only a part of a character spells
 * U+FFFD.
 */
final class TokenTexts {
  private final ServedCheckpoint checkpoint;
  private final Map<Integer, String> known = new ConcurrentHashMap<>();
  private final List<Integer> before;
  private final String beforeText;

  TokenTexts(ServedCheckpoint checkpoint) {
    this.checkpoint = checkpoint;
    this.before = before(checkpoint);
    this.beforeText = checkpoint.spelling(before);
  }

  /** After another token: the first one of a text may lose its space. */
  private static List<Integer> before(ServedCheckpoint checkpoint) {
    try {
      List<Integer> ids = checkpoint.tokens(new ModelPrompt.Raw("a"));
      return ids.isEmpty() ? ids : ids.subList(ids.size() - 1, ids.size());
    } catch (InvalidInput e) {
      return List.of();
    }
  }

  String of(int id) {
    return known.computeIfAbsent(id, this::spell);
  }

  private String spell(int id) {
    List<Integer> both = new ArrayList<>(before);
    both.add(id);
    String text = checkpoint.spelling(both);
    return text.startsWith(beforeText)
        ? text.substring(beforeText.length())
        : checkpoint.spelling(List.of(id));
  }
}
