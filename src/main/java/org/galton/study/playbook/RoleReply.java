package org.galton.study.playbook;

import java.io.Serializable;
import org.galton.model.Completion;

/**
 * What a role replied.
 *
 * @param fault why there is no reply, or no verdict on it; empty where there is
 * @param right of a generator's answer; null without a verdict, and for other roles
 * @param promptTokens as the model counts; {@link Completion#UNKNOWN} where it does not
 */
record RoleReply(String text, String fault, Boolean right, int promptTokens, int completionTokens)
    implements Serializable {

  static RoleReply of(String text, Boolean right) {
    return new RoleReply(text, "", right, Completion.UNKNOWN, Completion.UNKNOWN);
  }

  static RoleReply failed(String reason) {
    return new RoleReply("", reason, null, Completion.UNKNOWN, Completion.UNKNOWN);
  }

  boolean isThere() {
    return fault.isEmpty();
  }
}
