package org.galton.program;

import java.util.List;
import java.util.Map;

/** A value that can be called. */
interface Callee {
  Object call(Machine machine, List<Object> arguments, Map<String, Object> named);
}
