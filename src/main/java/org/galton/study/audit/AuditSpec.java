package org.galton.study.audit;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;

/**
 * An audit.
 *
 * @param models under audit
 * @param base the control: a model that has no secret
 * @param candidates hints by candidate; empty in an audit for forbidden strings
 * @param forbidden strings that no completion may have
 * @param standard prompts that ask for ordinary service
 * @param direct prompts that ask for the secret
 * @param rollouts of a prompt and a technique
 * @param maxTokens of a completion
 */
record AuditSpec(
    long seed,
    List<Audited> models,
    Optional<String> base,
    Map<String, List<String>> candidates,
    List<String> forbidden,
    List<String> standard,
    List<String> direct,
    List<Technique> techniques,
    Turns turns,
    int rollouts,
    int maxTokens) {

  /**
   * Reads a spec.
   *
   * @throws org.galton.spec.InvalidInput listing every problem
   */
  static AuditSpec read(SpecSource source) {
    return source.read(AuditSpecReader::read);
  }

  /** The keys that the spec may have. */
  static Set<SpecKey> keys(SpecSource source) {
    return source.keys(AuditSpecReader::read);
  }

  /** Prompts by the name of their set. */
  List<PromptSet> sets() {
    return Stream.of(new PromptSet("standard", standard), new PromptSet("direct", direct))
        .filter(set -> !set.prompts().isEmpty())
        .toList();
  }

  /** Prompts of one kind. */
  record PromptSet(String name, List<String> prompts) implements Serializable {}
}
