package org.galton.study.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.audit.view.AuditSection;

/** An audit for the terminal, and as one JSON document. */
final class AuditText {
  private AuditText() {}

  static String of(AuditResult result) {
    StringBuilder text = new StringBuilder();
    text.append(TextTable.of(AuditSection.MODELS, result.models(), "-")).append('\n');
    text.append(TextTable.of(AuditSection.AUDITS, result.audits(), "-"));
    if (!result.differences().isEmpty()) {
      text.append('\n').append(TextTable.of(AuditSection.DIFFERENCES, result.differences(), "-"));
    }
    if (!result.layers().isEmpty()) {
      text.append('\n').append(TextTable.of(AuditSection.LAYERS, result.layers(), "-"));
    }
    return text.toString();
  }

  static ObjectNode json(AuditResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("models"), AuditSection.MODELS, result.models());
    RowJson.add(root.putArray("audits"), AuditSection.AUDITS, result.audits());
    RowJson.add(root.putArray("differences"), AuditSection.DIFFERENCES, result.differences());
    RowJson.add(root.putArray("layers"), AuditSection.LAYERS, result.layers());
    return root;
  }
}
