package org.galton.reliability;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run says where it does not answer. Found by patterns in what the model itself says, tried
 * in the order of the types: the first that is found counts. They are English, and know no context:
 * a quoted sentence counts as well.
 */
public enum Abstention {
  /** It will not. */
  REFUSAL(
      "\\bi (?:can ?not|can't|won't|will not|must decline to|am not able to) (?:help|assist|comply|"
          + "fulfil|fulfill|provide that|do that)\\b|\\bi (?:must )?(?:refuse|decline)\\b|"
          + "\\bagainst (?:my|our|the) (?:policy|policies|guidelines)\\b"),
  /** It cannot. */
  INABILITY(
      "\\bi(?: am|'m) (?:unable|not able) to\\b|\\bi (?:can ?not|can't|could ?n[o']t) (?:find|access|"
          + "complete|determine|solve|answer|open|retrieve|verify)\\b|\\bno (?:answer|result) (?:was|could be) found\\b"),
  /** It asks back. */
  CLARIFICATION(
      "\\b(?:could|can|would) you (?:please )?(?:clarify|specify|provide more|tell me which|confirm)\\b|"
          + "\\bplease (?:clarify|specify|provide more)\\b|\\bwhich (?:one )?do you mean\\b"),
  /** It does not know. */
  UNCERTAINTY(
      "\\bi(?: am|'m) (?:not sure|uncertain|unsure)\\b|\\bi (?:do not|don't) know\\b|"
          + "\\bit is (?:unclear|not clear)\\b|\\bi have no idea\\b");

  private final Pattern pattern;

  Abstention(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** As tables write it: its name in small letters. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param said the model's own words
   */
  public static Optional<Abstention> in(String said) {
    String plain = said.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    for (Abstention type : values()) {
      if (type.pattern.matcher(plain).find()) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
