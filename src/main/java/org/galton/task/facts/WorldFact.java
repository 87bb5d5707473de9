package org.galton.task.facts;

import org.galton.task.Split;

/** One attribute of one entity. */
record WorldFact(
    String entity, Knowledge knowledge, Split split, FactAttribute attribute, String value) {

  String question() {
    return attribute.key() + " of " + entity + "?";
  }
}
