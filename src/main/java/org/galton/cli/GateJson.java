package org.galton.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.job.JudgedGate;

/** A judged gate about a figure in JSON. */
final class GateJson {
  private GateJson() {}

  static void add(ObjectNode node, JudgedGate gate) {
    node.put("gate", gate.gate())
        .put("confidence", gate.confidence())
        .put("of", gate.subject())
        .put("figure", gate.figure())
        .put("low", gate.low())
        .put("high", gate.high())
        .put("missed", gate.missed())
        .put("sentence", gate.sentence());
  }
}
