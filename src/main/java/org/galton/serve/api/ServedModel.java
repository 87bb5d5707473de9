package org.galton.serve.api;

import java.util.List;
import org.galton.model.llama.ServedCheckpoint;

/**
 * The one model of a server.
 *
 * @param names by which clients may ask for it; the first is the one that answers say
 * @param version of Galton
 * @param since when it is served, in seconds since 1970
 */
public record ServedModel(
    ServedCheckpoint checkpoint, List<String> names, String version, long since) {
  public ServedModel {
    names = List.copyOf(names);
  }

  String name() {
    return names.get(0);
  }

  /** Changes with whatever may change a text: the model's files, and Galton. */
  String fingerprint() {
    return "galton-" + version + "-" + checkpoint.card().digest();
  }
}
