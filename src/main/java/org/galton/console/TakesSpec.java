package org.galton.console;

import java.util.Set;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;

/** A command, or a mixin of one, that reads a spec and takes overrides of its keys by --set. */
public interface TakesSpec {
  Set<SpecKey> keys(SpecSource source);
}
