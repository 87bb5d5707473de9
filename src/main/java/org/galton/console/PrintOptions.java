package org.galton.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command prints what it found: as text, or as one JSON document. */
public final class PrintOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /**
   * @param page that was written; the document names it last, the text by itself
   */
  public void print(
      Supplier<ObjectNode> document, Optional<String> page, Consumer<PrintWriter> text) {
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.print(PageFile.json(document.get(), page));
    } else {
      text.accept(out);
    }
    out.flush();
  }
}
