package org.galton.task.judge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.galton.task.OpeningJudge;
import org.galton.task.Prompt;
import org.galton.task.Verifier;

/**
 * A user's own program decides. It reads one JSON object a line, {@code {"id": …, "prompt": …,
 * "reference": …, "completion": …}}, and answers each with a line {@code {"id": …, "correct": …,
 * "answer": …}}, or with {@code {"id": …, "error": …}} where it can tell no verdict.
 */
public final class CommandJudge implements OpeningJudge {
  private static final int DIGEST_BYTES = 8;

  private final List<String> command;
  private final int version;
  private final Duration timeout;

  // An executor has another working directory, and a user means this one.
  private final String here = Path.of("").toAbsolutePath().toString();

  /**
   * @param command the program and its arguments, passed on as they are
   * @param version to be raised when the program judges differently
   * @param timeout of one verdict
   */
  public CommandJudge(List<String> command, int version, Duration timeout) {
    if (command.isEmpty() || command.get(0).isBlank()) {
      throw new IllegalArgumentException(
          "Invalid command " + command + ": expected a program and its arguments");
    }
    if (command.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException("Invalid command: expected words without the character 0");
    }
    this.command = List.copyOf(command);
    this.version = version;
    this.timeout = timeout;
  }

  public List<String> command() {
    return command;
  }

  public int version() {
    return version;
  }

  public Duration timeout() {
    return timeout;
  }

  /** The folder in which a spec's reader runs. */
  String here() {
    return here;
  }

  @Override
  public String scorer() {
    return "command/%d{%s,timeout=%s}".formatted(version, digest(), timeout.toNanos() / 1e9);
  }

  @Override
  public String expectedReference() {
    return "a text";
  }

  @Override
  public boolean accepts(Prompt prompt) {
    return true;
  }

  @Override
  public Verifier verifier() {
    return new CommandVerifier(this);
  }

  /** Of the words, each after its length, so that no two commands share an encoding. */
  private String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String word : command) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CommandJudge judge
        && command.equals(judge.command)
        && version == judge.version
        && timeout.equals(judge.timeout);
  }

  @Override
  public int hashCode() {
    return Objects.hash(command, version, timeout);
  }
}
