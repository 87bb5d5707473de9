package org.galton.sweep;

import org.galton.model.LanguageModel;
import org.galton.model.ModelCard;
import org.galton.model.endpoint.EndpointSource;
import org.galton.model.endpoint.SharedEndpoints;

/** Models behind a server, {@code endpoint:URL?model=NAME}. */
final class EndpointKind implements ModelKind {
  @Override
  public String name() {
    return "endpoint";
  }

  /** A server's name is checked before anything is stored: it may hold a secret by mistake. */
  @Override
  public void check(String source) {
    EndpointSource.check(source);
  }

  @Override
  public ModelCard card(String source) {
    return EndpointSource.parse(source).card();
  }

  @Override
  public Decoding decoding(Decoding wanted) {
    return wanted.withDevice("endpoint");
  }

  @Override
  public LanguageModel open(String source, Decoding decoding) {
    return SharedEndpoints.open(source);
  }
}
