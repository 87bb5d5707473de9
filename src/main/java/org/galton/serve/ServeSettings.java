package org.galton.serve;

import java.util.Optional;
import org.galton.spec.InvalidInput;

/**
 * Where a server listens and to whom.
 *
 * @param host name or address of an interface of this machine
 * @param port 0 for any that is free
 * @param key that clients must send; absent where everybody is let in
 * @param completions most that are drawn or wait at a time
 */
public record ServeSettings(String host, int port, Optional<String> key, int completions) {
  public static final String LOOPBACK = "127.0.0.1";

  public ServeSettings {
    if (port < 0 || port > 65_535) {
      throw new InvalidInput("Invalid port %d: expected one from 0 to 65535".formatted(port));
    }
    if (completions < 1 || completions > 65_536) {
      throw new InvalidInput(
          "Invalid number %d of completions at a time: expected one from 1 to 65536"
              .formatted(completions));
    }
    if (key.isPresent() && !key.get().chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
      throw new InvalidInput(
          "Cannot use this key: it has spaces, line breaks or letters beyond ASCII");
    }
  }

  /** On loopback at any port that is free, for whoever is on this machine. */
  public static ServeSettings withDefaults() {
    return new ServeSettings(LOOPBACK, 0, Optional.empty(), 1024);
  }

  public ServeSettings at(String otherHost, int otherPort) {
    return new ServeSettings(otherHost, otherPort, key, completions);
  }

  public ServeSettings withKey(String wanted) {
    return new ServeSettings(host, port, Optional.of(wanted), completions);
  }

  public ServeSettings withCompletions(int most) {
    return new ServeSettings(host, port, key, most);
  }
}
