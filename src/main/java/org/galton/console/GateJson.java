package org.galton.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.job.gate.JudgedGate;

/** A judged gate about a figure in JSON. */
public final class GateJson {
  private GateJson() {}

  public static void add(ObjectNode node, JudgedGate gate) {
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
